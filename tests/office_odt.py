"""Small OpenDocument texts for tests, written by hand."""

import zipfile
from io import BytesIO

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "style": "style",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
        "manifest": "manifest",
    }.items()
) + (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:math="http://www.w3.org/1998/Math/MathML"'
)
STYLES = """
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph"
 style:default-outline-level="2"/>
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_2"/>
<style:style style:name="Fett" style:family="text"><style:text-properties fo:font-weight="bold"/>
</style:style>
<style:style style:name="Kursiv" style:family="text"><style:text-properties
 fo:font-style="italic"/></style:style>
<style:style style:name="Absatzfett" style:family="paragraph"><style:text-properties
 fo:font-weight="bold"/></style:style>
<text:list-style style:name="Zahlen"><text:list-level-style-number text:level="1"
 style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2"
 style:num-format="a" style:num-suffix=")" text:start-value="2"/>
<text:list-level-style-number text:level="3" style:num-format="1"/></text:list-style>
<text:list-style style:name="Punkte"><text:list-level-style-bullet text:level="1"
 text:bullet-char="•"/><text:list-level-style-bullet text:level="2" text:bullet-char="–"/>
</text:list-style>
"""


def odt(body: str, *, common: str = "", manifest: str = "") -> bytes:
    """Return an OpenDocument text with this body."""
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {NAMES}>{common}</office:document-styles>",
        "META-INF/manifest.xml": f"<manifest:manifest {NAMES}>{manifest}</manifest:manifest>",
    }
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as container:
        for name, text in parts.items():
            container.writestr(name, text)
    return file.getvalue()


def change(name: str, kind: str, author: str, content: str = "", day: str = "2025-03-01") -> str:
    """Return the entry of a tracked change; `content` is what was deleted."""
    return (
        f'<text:changed-region xml:id="{name}" text:id="{name}"><text:{kind}><office:change-info>'
        f"<dc:creator>{author}</dc:creator><dc:date>{day}T10:00:00</dc:date></office:change-info>"
        f"{content}</text:{kind}></text:changed-region>"
    )


def tracked(changes: str, body: str) -> bytes:
    """Return a text with tracked changes.

    `[[a|…]]a|` in the body is inserted, and at `{{b|` something was deleted.
    """
    marked = (
        body.replace("[[", '<text:change-start text:change-id="')
        .replace("]]", '<text:change-end text:change-id="')
        .replace("{{", '<text:change text:change-id="')
        .replace("|", '"/>')
    )
    return odt(f"<text:tracked-changes>{changes}</text:tracked-changes>{marked}")
