from rooms.models.pages import CourseEvent, CourseSource, RoomsIndexPage

__all__ = ["CourseEvent", "CourseSource", "RoomsIndexPage"]
