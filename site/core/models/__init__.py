from core.models.choice_form import ForeignChoice
from core.models.files import SiteDocument, SitePicture, SitePictureRendition
from core.models.pages import BasePage

__all__ = ["BasePage", "ForeignChoice", "SiteDocument", "SitePicture", "SitePictureRendition"]
