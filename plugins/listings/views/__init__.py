"""The views of pages: exactly what each template receives, frozen.

Every `href` is final (relative to the page that shows it); `Date.text` is already in the page's language; texts come
from the content. Words of the interface are the templates' own, through gettext. `language` on a part is set only
when it differs from the page's, and then the element that shows it carries `lang`.
"""

from plugins.listings.views.departures import NoticePage, RedirectPage
from plugins.listings.views.documents import (
    AttendanceGroup,
    ContactView,
    MeetingPage,
    MilestoneView,
    NewsPage,
    PilotPage,
    ProjectPage,
    StandingPage,
)
from plugins.listings.views.lists import (
    Coming,
    Entry,
    HomePage,
    ListingPage,
    NotFoundPage,
    Pagination,
    ProjectRow,
    SubscribePage,
)
from plugins.listings.views.parts import (
    Alternate,
    Anchor,
    Date,
    DocumentHead,
    Download,
    FeedChoice,
    FeedLink,
    FigureView,
    Head,
    LanguageChoice,
    PictureVariant,
    PictureView,
    ProjectLabel,
    Prose,
    SharedPicture,
    Shell,
    TocEntry,
    Withheld,
)

__all__ = [
    "Alternate",
    "Anchor",
    "AttendanceGroup",
    "Coming",
    "ContactView",
    "Date",
    "DocumentHead",
    "Download",
    "Entry",
    "FeedChoice",
    "FeedLink",
    "FigureView",
    "Head",
    "HomePage",
    "LanguageChoice",
    "ListingPage",
    "MeetingPage",
    "MilestoneView",
    "NewsPage",
    "NotFoundPage",
    "NoticePage",
    "Pagination",
    "PictureVariant",
    "PictureView",
    "PilotPage",
    "ProjectLabel",
    "ProjectPage",
    "ProjectRow",
    "Prose",
    "RedirectPage",
    "SharedPicture",
    "Shell",
    "StandingPage",
    "SubscribePage",
    "TocEntry",
    "Withheld",
]
