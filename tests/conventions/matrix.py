"""Who gets what at every address: the permission matrix as a table. An address that is not here fails the test.

`"2 R"` is the row of the site's matrix (accounts/matrix.py) and what the address does: whom the matrix gives that, for
the thing that the address names, gets in; to everybody else it is not there. A third word tells the thing's kind. The
rest, and what the matrix cannot tell, stands here person by person: a status, `door` for a redirect to the sign-in
page, `in` for any answer but 404 and the door. The address is asked for with GET; POSTED tells of POST.

To add an address of ours: its line in OURS, in POSTED too if it takes POST. If it has an argument, a value for that in
tests/conventions/world.py; where the argument's name means something else elsewhere, such as `pk`, what it means here
in MEANINGS (tests/conventions/addresses.py). A page type: its line in PAGE_TYPES.
"""

from tests.conventions.addresses import NAMED

PERSONAS = (
    "anonymous",
    "contributor",
    "coordinator",
    "stranger",
    "editor",
    "follow_group_reader",
    "organiser",
    "checkin_helper",
    "administrator",
)


def row(answers: str) -> dict[str, str]:
    """Seven answers: anonymous, contributor, coordinator, stranger, editor, everybody else, administrator."""
    *first, others, administrator = answers.split()
    return dict(zip(PERSONAS, [*first, others, others, others, administrator], strict=True))


def all_get(status: str) -> dict[str, str]:
    return dict.fromkeys(PERSONAS, status)


def signed_in(status: str) -> dict[str, str]:
    return all_get(status) | {"anonymous": "door"}


SHELVES = row("door in in in in 404 in")  # whoever has pictures and files: lists, which show one's own and no more
MAKERS = SHELVES | {"organiser": "in"}  # whoever writes somewhere, the page of an event too
HOME = row("door in in 404 in 404 in")  # those of Haderslev and the desk
COORDINATOR = row("door 404 in 404 in 404 in")
DESK = row("door 404 404 404 in 404 in")
ADMINISTRATOR = row("door 404 404 404 404 404 in")
NOWHERE = row("door 404 404 404 404 404 404")
OLD_DOOR = row("door door door door door 404 door") | {"organiser": "door"}
LEAVING = row("302 200 200 200 200 404 200") | {"organiser": "200"}
OLD_RESET = row("302 302 302 302 302 404 302") | {"organiser": "302"}

OURS = {
    "accounts:admin_account": MAKERS,
    "accounts:admin_login": OLD_DOOR,
    "accounts:admin_logout": LEAVING,
    "accounts:admin_password_reset": OLD_RESET,
    "accounts:frontend_login": OLD_DOOR,
    "accounts:invitation": all_get("200"),  # the secret link is the right
    "accounts:ask_for_new": all_get("405"),
    "accounts:people": "26 R",
    "accounts:invite": signed_in("405"),
    "accounts:invite_pasted": signed_in("405"),
    "accounts:invite_again": signed_in("405"),
    "accounts:withdraw": signed_in("405"),
    "accounts:colleague": "26 R",
    "accounts:give_role": signed_in("405"),
    "accounts:close_account": signed_in("405"),
    "accounts:open_account": signed_in("405"),
    "accounts:desk_people": DESK,
    "accounts:desk_invite": signed_in("405"),
    "accounts:desk_invite_again": signed_in("405"),
    "accounts:desk_withdraw": signed_in("405"),
    "accounts:log": "26 R log",
    "accounts:whole_log": ADMINISTRATOR,
    "accounts:second_factor": signed_in("302") | dict.fromkeys(("editor", "organiser", "administrator"), "200"),
    "accounts:sign_out_everywhere": all_get("405"),
    "accounts:sign_in_settings": row("door 404 200 404 404 404 200"),
    "accounts:allow_domain": signed_in("405"),
    "accounts:remove_sign_in": signed_in("405"),
    "accounts:own_sign_in": signed_in("302") | {"anonymous": "502"},  # the provider is away
    "accounts:own_sign_in_back": signed_in("302") | {"anonymous": "403"},  # nothing was asked
    "core:media": "6 R",  # an original; the sizes made for pages are everybody's
    "core:video": all_get("404"),
    "core:robots": all_get("200"),
    "core:sitemap": all_get("200"),
    "core:favicon": all_get("301"),
    "core:was": all_get("302"),
    "events:register": all_get("200"),
    "events:already": all_get("200"),
    "events:event-calendar": all_get("200"),
    "events:registration": all_get("200"),  # the secret link is the right
    "events:change": all_get("200"),
    "events:cancel": all_get("200"),
    "events:accept": all_get("405"),
    "events:decline": all_get("405"),
    "events:registration-calendar": all_get("200"),
    "events:my-events": signed_in("200"),
    "events:attendees": "20 R",
    "events:seats": all_get("405"),
    "catalogue:contacts": "26 R",
    "catalogue:remove_contact": signed_in("405"),
    "events:attendee-list": "20 X",
    "catalogue:term": all_get("200"),
    "catalogue:alike": all_get("200"),
    "catalogue:compare": all_get("200"),
    "catalogue:cover": all_get("200"),
    "catalogue:guide_file": all_get("200"),
    "catalogue:story_card": all_get("200"),
    "catalogue:diary_feed": all_get("200"),
    "catalogue:story_pdf": all_get("200"),
    "catalogue:edition_chapter": all_get("200"),
    "catalogue:edition_pdf": all_get("200"),
    "catalogue:municipality_feed": all_get("200"),
    "catalogue:feed": all_get("200"),
    "catalogue:theme_feed": all_get("200"),
    "catalogue:diary_month": all_get("404"),  # nothing was written in it
    "catalogue:way": "2 R",
    "catalogue:take_over": signed_in("405"),
    "catalogue:make_link": signed_in("405"),
    "catalogue:revoke_link": signed_in("405"),
    "catalogue:read_draft": all_get("200"),  # the secret link is the right
    "catalogue:still_holds": all_get("200"),  # the secret link is the right
    "search:results": all_get("200"),
    "search:suggestions": all_get("200"),
    "home:my_municipality": signed_in("200"),
    "home:start_story": signed_in("405"),
    "home:texts": "2 R",
    "home:answer": all_get("405"),
    "home:answered": all_get("404"),  # of a draft
    "home:answers": "2 R",
    "home:write_diary": signed_in("404") | {"contributor": "200", "coordinator": "200", "stranger": "200"},
    "permission_matrix": ADMINISTRATOR,
}
# The same addresses with POST and nothing typed. What POST does with something typed, each app's own tests tell.
POSTED = {
    "catalogue:remove_contact": row("door 404 302 404 302 404 302"),
    "accounts:invitation": all_get("409") | {"anonymous": "200"},
    "accounts:own_sign_in": signed_in("302") | {"anonymous": "502"},
    "accounts:sign_in_settings": row("door 404 404 404 404 404 200"),
    "accounts:allow_domain": row("door 404 302 404 404 404 404"),
    "accounts:remove_sign_in": row("door 404 404 404 404 404 302"),
    "catalogue:still_holds": all_get("302"),
    "events:accept": all_get("302"),
    "events:decline": all_get("409"),  # nothing was offered
    "accounts:ask_for_new": all_get("200"),  # the same to everybody
    "accounts:people": signed_in("405"),
    "accounts:invite": row("door 404 422 404 422 404 422"),
    "accounts:invite_pasted": row("door 404 422 404 422 404 422"),
    "accounts:invite_again": row("door 404 302 404 302 404 302"),
    "accounts:withdraw": row("door 404 302 404 302 404 302"),
    "accounts:give_role": row("door 404 422 404 422 404 422"),
    "accounts:close_account": row("door 404 302 404 302 404 302"),
    "accounts:open_account": row("door 404 302 404 302 404 302"),
    "accounts:desk_invite": row("door 404 404 404 422 404 422"),
    "accounts:desk_invite_again": row("door 404 404 404 302 404 302"),
    "accounts:desk_withdraw": row("door 404 404 404 302 404 302"),
    "accounts:log": signed_in("405"),
    "accounts:whole_log": signed_in("405"),
    # One begins a text where one belongs, whatever else one may do: the desk writes in the editor.
    "home:start_story": signed_in("404") | {"contributor": "422", "coordinator": "422"},
    "home:write_diary": signed_in("404") | {"contributor": "422", "coordinator": "422", "stranger": "422"},
    "catalogue:take_over": DESK,
    "catalogue:make_link": row("door 422 422 404 404 404 404"),
    "catalogue:revoke_link": row("door 302 302 404 302 404 302"),
    "home:my_municipality": signed_in("405"),
    "home:texts": signed_in("405"),
    "home:answer": all_get("403"),  # no page of ours sent it
    "home:answered": all_get("405"),
    "home:answers": signed_in("405"),
    "events:seats": "22 U",
    "accounts:admin_login": OLD_DOOR,
    "accounts:frontend_login": OLD_DOOR,
    "accounts:admin_password_reset": OLD_RESET,
    "wagtailadmin_pages:lock": ADMINISTRATOR,  # while a text waits, the workflow holds it
    "wagtailadmin_pages:set_privacy": DESK,
    "wagtailadmin_pages:unpublish": NOWHERE,  # it is a draft
    "wagtailadmin_pages:workflow_action": row("door 404 302 404 404 404 404"),
    "wagtailadmin_pages:move_confirm": DESK,  # to Køge
    "wagtailadmin_pages:delete": "3 D",
}
ACCOUNT = {
    "account_login": signed_in("302") | {"anonymous": "200"},
    "account_logout": all_get("200") | {"anonymous": "302"},
    "account_inactive": all_get("200"),
    "account_signup": signed_in("302") | {"anonymous": "200"},  # tells that one needs an invitation
    "account_reauthenticate": signed_in("200"),
    "account_email": signed_in("200"),
    "account_email_verification_sent": all_get("200"),
    "account_change_password": signed_in("200"),
    "account_set_password": signed_in("302"),
    "account_reset_password": all_get("200"),
    "account_confirm_login_code": all_get("302"),
    "account_confirm_email": all_get("200"),  # an unknown key: says so
    "account_reset_password_from_key_done": all_get("200"),
    "account_reset_password_from_key": all_get("200"),
    "account_reset_password_done": all_get("200"),
    "account_request_login_code": signed_in("302") | {"anonymous": "200"},
    "mfa_index": signed_in("200"),
    "mfa_authenticate": signed_in("302"),
    "mfa_reauthenticate": signed_in("302"),
    "mfa_activate_totp": signed_in("302"),  # proves first who one is
    "mfa_deactivate_totp": signed_in("404"),  # there is none
    "mfa_view_recovery_codes": signed_in("404"),
    "mfa_generate_recovery_codes": signed_in("302"),
    "mfa_download_recovery_codes": signed_in("404"),
    "mfa_list_webauthn": signed_in("200"),
    "mfa_add_webauthn": signed_in("302"),
    "mfa_reauthenticate_webauthn": signed_in("302"),
    "mfa_remove_webauthn": signed_in("302"),  # proves first who one is
    "mfa_edit_webauthn": signed_in("302"),
    "mfa_login_webauthn": signed_in("302"),
    "usersessions_list": signed_in("200"),
}
PAGES = {
    "wagtailadmin_pages:add": "3 C",
    "wagtailadmin_pages:preview_on_add": "3 C",
    "wagtailadmin_pages:type_use": MAKERS,
    "wagtailadmin_pages:type_use_results": MAKERS,
    "wagtailadmin_pages:choose_parent": MAKERS,
    "wagtailadmin_pages:usage": "2 R",
    "wagtailadmin_pages:edit": "2 R",
    "wagtailadmin_pages:preview_on_edit": "2 R",
    "wagtailadmin_pages:view_draft": "2 R",
    "wagtailadmin_pages:add_subpage": "3 C",
    "wagtailadmin_pages:delete": "3 D",
    "wagtailadmin_pages:unpublish": NOWHERE,  # it is a draft
    "wagtailadmin_pages:convert_alias": NOWHERE,
    "wagtailadmin_pages:search": MAKERS,
    "wagtailadmin_pages:search_results": MAKERS,
    "wagtailadmin_pages:move": "3 D",
    "wagtailadmin_pages:move_confirm": DESK,  # to Køge
    "wagtailadmin_pages:set_page_position": "3 U",
    "wagtailadmin_pages:copy": "3 C",
    "wagtailadmin_pages:workflow_action": row("door 404 200 404 404 404 404"),
    "wagtailadmin_pages:collect_workflow_action_data": row("door 404 200 404 404 404 404"),
    "wagtailadmin_pages:confirm_workflow_cancellation": "2 R",
    "wagtailadmin_pages:workflow_preview": row("door 404 200 404 404 404 404"),
    "wagtailadmin_pages:set_privacy": DESK,
    "wagtailadmin_pages:lock": "2 R",  # 405: see POSTED
    "wagtailadmin_pages:unlock": "2 R",
    "wagtailadmin_pages:revisions_index": "2 R",
    "wagtailadmin_pages:revisions_view": "2 R",
    "wagtailadmin_pages:revisions_revert": "2 R",
    "wagtailadmin_pages:revisions_unschedule": DESK,
    "wagtailadmin_pages:revisions_compare": "2 R",
    "wagtailadmin_pages:workflow_history": "2 R",
    "wagtailadmin_pages:workflow_history_detail": "2 R",
    "wagtailadmin_pages:history": "2 R",
    "wagtailadmin_pages:history_results": "2 R",
    "wagtailadmin_explore_root": MAKERS,
    "wagtailadmin_explore": "2 R",
    "wagtailadmin_explore_results": "2 R",
    "wagtailadmin_api:pages:listing": MAKERS,
    "wagtailadmin_api:pages:detail": "2 R",
    "wagtailadmin_api:pages:find": NOWHERE,  # asked without naming a page
    "wagtailadmin_api:pages:action": MAKERS,
    "wagtail_bulk_action": NOWHERE,  # asked without naming an action there is
    "wagtailadmin_editing_sessions:ping": MAKERS,
    "wagtailadmin_editing_sessions:release": MAKERS,
    "wagtailadmin_block_preview": NOWHERE,
}
FILES = {
    "wagtailimages:edit": "6 U",
    "wagtailimages:delete": "6 D",
    "wagtailimages:preview": "6 R",
    "wagtailimages:image_usage": "6 R",
    "wagtailimages:url_generator": NOWHERE,  # switched off
    "wagtailimages:url_generator_output": NOWHERE,
    "wagtailimages_chooser:chosen": "6 R",
    "wagtailimages_chooser:select_format": "6 R",
    "wagtaildocs:edit": "6 U",
    "wagtaildocs:delete": "6 D",
    "wagtaildocs:document_usage": "6 R",
    "wagtaildocs_chooser:chosen": "6 R",
    "wagtailadmin_api:images:listing": ADMINISTRATOR,
    "wagtailadmin_api:images:detail": ADMINISTRATOR,
    "wagtailadmin_api:images:find": NOWHERE,
    "wagtailadmin_api:documents:listing": ADMINISTRATOR,
    "wagtailadmin_api:documents:detail": ADMINISTRATOR,
    "wagtailadmin_api:documents:find": NOWHERE,
    "wagtaildocs_serve": row("404 200 200 404 200 404 200"),  # a published file is everybody's
}
DEEDS = ("edit_multiple", "delete_multiple", "delete_upload_multiple", "create_multiple_from_uploaded")
# The rest of Wagtail's admin by the beginning of the name; the longest that fits counts.
WAGTAIL = {
    "wagtailadmin_home": MAKERS,
    "wagtailadmin_account": MAKERS,
    "wagtailadmin_dismissibles": MAKERS,
    "wagtailadmin_choose_page": MAKERS,
    "wagtailadmin_tag_autocomplete": NOWHERE,
    "wagtailadmin_tag_model_autocomplete": NOWHERE,
    "wagtailadmin_error_test": NOWHERE,
    "wagtailadmin_logout": LEAVING,
    "wagtailadmin_login": OLD_DOOR,
    "wagtailadmin_password_reset": OLD_RESET,
    "wagtailadmin_sprite": row("200 200 200 200 200 404 200") | {"organiser": "200"},
    "wagtailadmin_javascript_catalog": row("200 200 200 200 200 404 200") | {"organiser": "200"},
    "wagtailadmin_reports:": DESK,
    "wagtailadmin_collections:": ADMINISTRATOR,
    "wagtailadmin_workflows:": ADMINISTRATOR,
    "wagtailimages:": SHELVES,
    **dict.fromkeys((f"wagtail{kind}:{deed}" for kind in ("images", "docs") for deed in DEEDS), MAKERS),  # 405 to GET
    "wagtailimages_chooser:": MAKERS,
    "wagtailimages_chooser:create": SHELVES,
    "wagtaildocs:": SHELVES,
    "wagtaildocs_chooser:": MAKERS,
    "wagtaildocs_chooser:create": SHELVES,
    "wagtailembeds:": MAKERS,
    "wagtailredirects:": ADMINISTRATOR,
    "wagtailsites:": ADMINISTRATOR,
    "wagtailusers_users:": ADMINISTRATOR,
    "wagtailusers_users:add": NOWHERE,  # people come by invitation
    "wagtailusers_users:copy": NOWHERE,
    "wagtailusers_users:delete": NOWHERE,  # and are disabled: what they wrote stays
    "wagtailusers_groups:": ADMINISTRATOR,
    "wagtailsettings:": NOWHERE,  # there are no settings
    "wagtailsnippets:": NOWHERE,
    "term:": DESK,
    "event:": ADMINISTRATOR,
    "eventstaff:": ADMINISTRATOR,
    "wagtailcore_login": OLD_DOOR,
    "wagtailcore_authenticate_with_password": all_get("404"),
}
GROUPS = (OURS, ACCOUNT, PAGES, FILES)
# The same addresses about other pages of Haderslev's, where the answer is another: one published with changes that
# wait, one taken off the site again, and a colleague's draft in the diary, which she and the coordinator change.
NOT_WAITING = {
    "wagtailadmin_pages:workflow_action": NOWHERE,  # the step is another page's
    "wagtailadmin_pages:collect_workflow_action_data": NOWHERE,
    "wagtailadmin_pages:workflow_preview": row("door 302 302 404 302 404 302"),  # there is nothing to approve
    "wagtailadmin_pages:workflow_history_detail": NOWHERE,  # asked for the history of another page
}
OPENED = (
    "usage edit preview_on_edit view_draft copy revisions_view revisions_revert revisions_compare workflow_history"
)
DIARY = {f"wagtailadmin_pages:{name}": "8 U" for name in (*OPENED.split(), "history", "history_results")}
SCENES = {
    "live": NOT_WAITING | {"wagtailadmin_pages:unpublish": "3 D", "home:answered": all_get("200")},
    "withdrawn": NOT_WAITING,
    "entry": DIARY | NOT_WAITING,
}
POSTED_SCENES = {
    "live": {"wagtailadmin_pages:unpublish": "3 D", "wagtailadmin_pages:lock": "3 U"},
    "entry": {
        "wagtailadmin_pages:lock": "8 U",
        "wagtailadmin_pages:move_confirm": NOWHERE,
    },  # a diary's entry belongs in a diary
}
# What one does to a page while it waits, and otherwise as Wagtail allows it.
ONLY_WAITING = (
    "wagtailadmin_pages:lock",
    "wagtailadmin_pages:workflow_action",
    "catalogue:revoke_link",
    "catalogue:remove_contact",
)
# Wagtail's page types have one address, `wagtail_serve`: published they are everybody's, drafts nobody's.
PAGE_TYPES = {
    "home.FrontPage",
    "home.StandardPage",
    "catalogue.CatalogueIndexPage",
    "catalogue.ArticlePage",
    "catalogue.GlossaryIndexPage",
    "catalogue.KnowledgeIndexPage",
    "catalogue.MunicipalityIndexPage",
    "catalogue.MunicipalityPage",
    "catalogue.StoryPage",
    "catalogue.DiaryPage",
    "catalogue.DiaryEntryPage",
    "catalogue.EditionPage",
    "catalogue.GuidePage",
    "catalogue.GuideStepPage",
    "rooms.RoomsIndexPage",
    "events.EventIndexPage",
    "events.EventPage",
}
# Addresses without a name: a second spelling, Wagtail's sample 404 and its last resort, which answers 404.
UNNAMED = {"was/", "test404/", r"^.*/$"}

KNOWN = {name for group in GROUPS for name in group}
REST = sorted(name for name in NAMED if name not in KNOWN and name != "wagtail_serve")


def group_of(name):
    fitting = [beginning for beginning in WAGTAIL if name.startswith(beginning)]
    return WAGTAIL[max(fitting, key=len)] if fitting else None


EVERYTHING = {name: answers for group in GROUPS for name, answers in group.items()} | {
    name: group_of(name) for name in REST
}
