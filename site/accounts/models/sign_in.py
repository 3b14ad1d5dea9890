from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models.municipality import Municipality


class MunicipalitySignIn(models.Model):
    """A municipality's own sign-in, by OpenID Connect. Who it may let in: `accounts.domain.sign_in`.

    `issuer` is the provider's address as it calls itself. The secret is kept as it is, since we must send it, and is
    never shown again. `domains` are mail domains with spaces between; whoever signs in with an address in one of them
    becomes a contributor, where the coordinator has allowed that.
    """

    municipality = models.OneToOneField(Municipality, on_delete=models.CASCADE, related_name="sign_in")
    issuer = models.CharField(_("the sign-in's address (issuer)"), max_length=250)
    client_id = models.CharField(_("our name there (client id)"), max_length=200)
    client_secret = models.CharField(_("our secret there (client secret)"), max_length=500)
    domains = models.CharField(_("mail domains"), max_length=250, blank=True)
    domain_allowed = models.BooleanField(_("colleagues may come without an invitation"), default=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("municipality's own sign-in")
        verbose_name_plural = _("municipalities' own sign-ins")
        ordering = ["municipality"]
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.municipality)

    def covers(self, email: str) -> bool:
        """Whether the address is in one of the municipality's mail domains, and that is enough to come in."""
        return self.domain_allowed and email.lower().partition("@")[2] in self.domains.split()
