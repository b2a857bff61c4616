"""The contact persons of an entry: added with consent, changed, and removed for good."""

from typing import Final

import streamlit as st

from accounts.identity import Identity
from data.contacts import add_contact, change_contact, remove_contact
from data.entry_contacts import entry_contacts
from data.store import Store
from network.contact_person import ContactFacts, parse_contact
from network.organization import Person
from network.typed_fields import InvalidFields
from views import kept_form, overtaken, session
from views.entry_words import error_texts
from views.inert import inert
from views.words import LANGUAGES, _, date_text

_EMPTY: Final = {"name": "", "email": "", "phone": "", "public": False, "language": "de"}
_FIELDS: Final = (*_EMPTY, "consent")


def show(store: Store, actor: Identity, organization_id: str) -> None:
    """Show the contact persons, each with its form, and a form for one more."""
    st.header(_("Contact persons"), anchor=False)
    st.text(
        _(
            "Mails of the coordination go to them. Internal ones are seen by the administration "
            "only. All this is published at once, without a check."
        )
    )
    session.show_kept_message(f"contacts_{organization_id}")
    for person in entry_contacts(store, actor, organization_id):
        with st.container(border=True):
            _show_person(person)
            form = f"contact_{person.id}"
            session.show_kept_message(form)
            with st.expander(
                _("Change {name}", name=inert(_called(person))),
                expanded=bool(session.kept_errors(form)) or overtaken.happened(form),
            ):
                _ask(form, organization_id, person)
            _ask_removal(organization_id, person)
    form = f"contact_new_{organization_id}"
    with st.expander(
        _("Add a contact person"),
        icon=":material/person_add:",
        expanded=bool(session.kept_errors(form)),
    ):
        _ask(form, organization_id, None)
    session.show_kept_message(form)


def _called(person: Person) -> str:
    return person.name or person.email or person.phone


def _show_person(person: Person) -> None:
    lines = (person.name, person.email, person.phone)
    st.text("\n".join(line for line in lines if line))
    seen = _("Public: everybody sees it") if person.public else _("Internal: not public")
    consent = _("Consent of {day}", day=date_text(person.consent_on)) if person.consent_on else ""
    st.caption(" · ".join(each for each in (seen, consent) if each))


def _ask(form: str, organization_id: str, person: Person | None) -> None:
    """Ask for a contact person; the button carries the revision that the form was filled with."""
    _fill(form, person)
    errors = session.kept_errors(form)
    with st.form(form, border=False, enter_to_submit=False):
        overtaken.show(form)
        for field, label in (
            ("name", _("Name")),
            ("email", _("E-mail address")),
            ("phone", _("Telephone")),
        ):
            st.text_input(label, kept_form.first(form, field), key=kept_form.key(form, field))
            session.show_error(errors, field)
            overtaken.show_theirs(form, field)
        st.selectbox(
            _("Language of mails"),
            LANGUAGES,
            index=LANGUAGES.index(kept_form.first(form, "language")),
            key=kept_form.key(form, "language"),
            format_func={"de": "Deutsch", "en": "English"}.__getitem__,
        )
        st.checkbox(
            _("The contact person may be shown publicly beside the organisation."),
            kept_form.first(form, "public"),
            key=kept_form.key(form, "public"),
        )
        if person is None or not person.public:
            st.checkbox(_consent_text(person), key=kept_form.key(form, "consent"))
            session.show_error(errors, "consent")
        kept_form.rendered(form)
        st.form_submit_button(
            _("Save contact person") if person else _("Add"),
            key=f"{form}_save",
            on_click=_save,
            args=(form, organization_id, person, session.form_key(form)),
        )


def _consent_text(person: Person | None) -> str:
    if person is None:
        return _(
            "The person agrees that the city keeps these contact data to work with us in the "
            "network, and shows them publicly if that is ticked above. This can be withdrawn at "
            "any time. (required)"
        )
    return _(
        "The person agrees that these contact data are shown publicly. This can be withdrawn at "
        "any time. (required to make them public)"
    )


def _fill(form: str, person: Person | None) -> None:
    """Fill the form once, and anew where its state is gone or it was saved."""
    if kept_form.is_kept(form, "name"):
        return
    values, revision = _present(person) if person else (_EMPTY, 0)
    overtaken.begin(form, {**values, "consent": False}, revision)


def _present(person: Person) -> overtaken.Present:
    return {name: getattr(person, name) for name in _EMPTY}, person.revision


def _save(form: str, organization_id: str, person: Person | None, key: str) -> None:
    session.language()
    session.keep_errors(form, {})
    with session.explained():
        try:
            facts = parse_contact(kept_form.typed(form, _FIELDS))
            _keep(form, organization_id, person, facts, key)
        except InvalidFields as invalid:
            session.keep_errors(form, error_texts(invalid.errors))
            return
        session.form_done(form)
        kept_form.clear(form)
        session.tell(_("The contact person is saved."), form)


def _keep(
    form: str, organization_id: str, person: Person | None, facts: ContactFacts, key: str
) -> None:
    store, actor = session.store(), session.identity()
    if person is None:
        session.done_once(add_contact, store, actor, organization_id, facts, key=key)
        return

    def present() -> overtaken.Present:
        known = {each.id: each for each in entry_contacts(store, actor, organization_id)}
        return _present(known.get(person.id, person))

    with overtaken.minding(form, present) as expected:
        session.done_once(
            change_contact,
            store,
            actor,
            organization_id,
            person.id,
            facts,
            expected=expected,
            key=key,
        )


def _ask_removal(organization_id: str, person: Person) -> None:
    with st.popover(
        _("Remove {name}", name=inert(_called(person))),
        icon=":material/delete:",
        key=f"away_{person.id}",
    ):
        st.text(
            _(
                "Name, address and number are erased for good, and links that were sent to this "
                "address stop working."
            )
        )
        st.button(
            _("Erase for good"),
            key=f"erase_{person.id}",
            on_click=_remove,
            args=(organization_id, person.id, person.revision, session.form_key(person.id)),
        )


def _remove(organization_id: str, person_id: str, revision: int, key: str) -> None:
    session.language()
    with session.explained():
        session.done_once(
            remove_contact,
            session.store(),
            session.identity(),
            organization_id,
            person_id,
            expected=revision,
            key=key,
        )
        session.tell(_("The contact person is erased."), f"contacts_{organization_id}")
