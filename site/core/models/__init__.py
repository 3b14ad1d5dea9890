from core.models.files import SiteDocument, SitePicture, SitePictureRendition
from core.models.pages import BasePage

__all__ = ["BasePage", "SiteDocument", "SitePicture", "SitePictureRendition"]
