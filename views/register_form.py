"""The form with which an organisation adds itself: fields, help, and errors at the field."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from data.organizations import organizations
from data.roster import topics
from data.store import Store
from network.naming import fold
from network.organization import REGISTRABLE, Classification
from network.registration import FieldError
from views.inert import inert
from views.kinds import KINDS
from views.words import _, mark, number_text

FORM: Final = "register"

_FIELDS: Final[Mapping[str, str]] = {
    "name": mark("Name"),
    "classification": mark("Kind"),
    "website": mark("Website"),
    "district": mark("District"),
    "description": mark("Description"),
    "topic_ids": mark("Topics"),
    "target_groups": mark("Target groups"),
    "languages": mark("Languages"),
    "offers": mark("Offers"),
    "needs": mark("Needs"),
    "group_ids": mark("Working groups"),
    "partner_ids": mark("Works with"),
    "contact_name": mark("Contact"),
    "contact_email": mark("E-mail address"),
    "contact_phone": mark("Telephone"),
    "consent": mark("Consent"),
}

_ERRORS: Final[Mapping[str, str]] = {
    "required": mark("Please fill in this field."),
    "too_short": mark("Please write at least {min_length} characters."),
    "too_long": mark("At most {max_length} characters fit here; please shorten it."),
    "too_many": mark("At most {max_length} lines fit here."),
    "web_address": mark(
        "This is not a complete web address. It looks like https://www.beispiel-verein.de."
    ),
    "email_address": mark("This is not an e-mail address. It looks like name@beispiel.de."),
    "consent_required": mark(
        "Without this consent we may not keep the contact data, so the registration cannot be sent."
    ),
    "not_a_name": mark("Please write the name in one line, with letters."),
    "unknown_value": mark("Please choose from the list."),
    "not_registrable": mark("Please choose from the list."),
    "duplicate": mark(
        "{name} is entered already. If you are another organisation, tick the box below."
    ),
}


def error_text(error: FieldError) -> str:
    """Return what is wrong with a field, and what to do."""
    message = _ERRORS.get(error.code, mark("This could not be understood; please check it."))
    numbers = {
        name: number_text(value) if isinstance(value, int) else value
        for name, value in error.context.items()
    }
    return inert(_(message, **numbers))


def show_fields(store: Store, errors: Mapping[str, FieldError]) -> dict[str, object]:
    """Show all fields with their errors and return what is typed."""
    typed: dict[str, object] = {}
    st.header(_("Your organisation"))
    typed |= _who(errors)
    st.header(_("What you do"))
    typed |= _what(store, errors)
    st.header(_("Working together"))
    typed |= _with_whom(store, errors)
    st.header(_("Contact"))
    typed |= _contact(errors)
    return typed


def show_summary(errors: Mapping[str, FieldError]) -> None:
    """Say at the button which fields still need attention."""
    if errors:
        fields = ", ".join(_(name) for field, name in _FIELDS.items() if field in errors)
        st.error(
            _("Not sent yet. Everything you typed is kept. Please check: {fields}", fields=fields),
            icon=":material/error:",
        )


def _problem(errors: Mapping[str, FieldError], field: str) -> None:
    if field in errors:
        st.error(error_text(errors[field]), icon=":material/error:")


def _who(errors: Mapping[str, FieldError]) -> dict[str, object]:
    name = st.text_input(_("Name of the organisation (required)"), key="reg_name")
    _problem(errors, "name")
    if "name" in errors and errors["name"].code == "duplicate":
        st.checkbox(_("We are another organisation of the same name"), key="reg_distinct")
    kind = st.selectbox(
        _("Kind of organisation (required)"),
        REGISTRABLE,
        index=None,
        key="reg_kind",
        format_func=lambda each: _(KINDS[each]),
        placeholder=_("Please choose"),
    )
    _problem(errors, "classification")
    website = st.text_input(
        _("Website"), key="reg_website", placeholder="https://www.beispiel-verein.de"
    )
    _problem(errors, "website")
    district = st.text_input(_("District or area in which you work"), key="reg_district")
    _problem(errors, "district")
    typed: dict[str, object] = {"name": name, "website": website, "district": district}
    return typed | ({"classification": kind} if kind else {})


def _what(store: Store, errors: Mapping[str, FieldError]) -> dict[str, object]:
    terms = {topic.id: topic.term for topic in topics(store)}
    description = st.text_area(
        _("In a few sentences: what do you do?"),
        key="reg_description",
        help=_("At most 2,000 characters. This text will be public."),
    )
    _problem(errors, "description")
    topic_ids = st.multiselect(
        _("Topics"),
        list(terms),
        key="reg_topics",
        format_func=terms.__getitem__,
        placeholder=_("Choose one or more"),
        select_all=False,
        filter_mode="contains",
    )
    _problem(errors, "topic_ids")
    lines = {
        "target_groups": (_("For whom? (one group on each line)"), "reg_groups"),
        "languages": (_("Languages you speak (one on each line)"), "reg_languages"),
        "offers": (_("What you can offer (one on each line)"), "reg_offers"),
        "needs": (_("What you need (one on each line)"), "reg_needs"),
    }
    typed: dict[str, object] = {"description": description, "topic_ids": tuple(topic_ids)}
    for field, (label, key) in lines.items():
        typed[field] = st.text_area(label, key=key, height=90)
        _problem(errors, field)
    return typed


def _with_whom(store: Store, errors: Mapping[str, FieldError]) -> dict[str, object]:
    everyone = organizations(store)
    names = {each.id: each.name for each in everyone}
    groups = [each.id for each in everyone if each.classification is Classification.WORKING_GROUP]
    group_ids = st.multiselect(
        _("In which working groups would you like to be heard?"),
        groups,
        key="reg_group_ids",
        format_func=names.__getitem__,
        placeholder=_("Choose one or more"),
        select_all=False,
        filter_mode="contains",
    )
    _problem(errors, "group_ids")
    partner_ids = st.multiselect(
        _("With whom do you work already?"),
        sorted(names, key=lambda each: fold(names[each])),
        key="reg_partners",
        format_func=names.__getitem__,
        placeholder=_("Choose one or more"),
        select_all=False,
        filter_mode="contains",
    )
    _problem(errors, "partner_ids")
    return {"group_ids": tuple(group_ids), "partner_ids": tuple(partner_ids)}


def _contact(errors: Mapping[str, FieldError]) -> dict[str, object]:
    st.text(
        _("So that the coordination can reach you. It stays internal unless you say otherwise.")
    )
    name = st.text_input(_("Name of the contact person"), key="reg_contact_name")
    _problem(errors, "contact_name")
    email = st.text_input(_("E-mail address (required)"), key="reg_contact_email")
    _problem(errors, "contact_email")
    phone = st.text_input(_("Telephone"), key="reg_contact_phone")
    _problem(errors, "contact_phone")
    consent = st.checkbox(
        _(
            "I agree that the city keeps these contact data to work with us in the network. "
            "I can withdraw this at any time. (required)"
        ),
        key="reg_consent",
    )
    _problem(errors, "consent")
    public = st.checkbox(
        _("The contact person may be shown publicly beside the organisation."), key="reg_public"
    )
    return {
        "contact_name": name,
        "contact_email": email,
        "contact_phone": phone,
        "consent": consent,
        "contact_public": public,
    }
