"""Small networks in every form of file, whole and broken."""

from io import BytesIO

from openpyxl import Workbook

GRAPHML = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
  xmlns:y="http://www.yworks.com/xml/graphml">
 <key id="d0" for="node" attr.name="Name" attr.type="string"/>
 <key id="d1" for="node" attr.name="TYPE" attr.type="string"><default>Verein</default></key>
 <key id="d2" for="node" attr.name="Fraktion" attr.type="string"/>
 <key id="d3" for="edge" attr.name="Weight" attr.type="double"/>
 <key id="d4" for="node" yfiles.type="nodegraphics"/>
 <graph edgedefault="undirected">
  <node id="a"><data key="d0">Büro für Öffentlichkeit</data><data key="d2">rot</data></node>
  <node id="b"><data key="d1">office</data><port name="Nord"/>
   <data key="d4"><y:ShapeNode><y:NodeLabel>Flüchtlingsrat</y:NodeLabel></y:ShapeNode></data>
   <graph edgedefault="directed"><node id="b::1"/></graph></node>
  <node id="c"/>
  <node id="c"/>
  <edge id="e1" source="a" target="b"><data key="d3">2.5</data></edge>
  <edge id="e2" source="b" target="c" directed="true"/>
  <edge id="e3" source="b" target="fort"/>
  <hyperedge><endpoint node="a"/><endpoint node="b"/></hyperedge>
 </graph>
</graphml>
"""


def gexf(namespace: str, version: str) -> bytes:
    """Return the same network in one of the namespaces of GEXF."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="{namespace}" xmlns:viz="{namespace}/viz" version="{version}">
 <graph mode="dynamic" defaultedgetype="directed" timeformat="date">
  <attributes class="node"><attribute id="0" title="Stadtteil" type="string">
   <default>Mitte</default></attribute></attributes>
  <nodes>
   <node id="ä" label="Ämterrunde" start="2014-01-01" end="2016-12-31">
    <viz:color r="1" g="2" b="3"/>
    <attvalues><attvalue for="0" value="Nord"/></attvalues></node>
   <node id="b" label="Bündnis">
    <spells><spell start="2012-03-01" end="2013-01-01"/><spell start="2015-01-01"/></spells></node>
  </nodes>
  <edges>
   <edge id="1" source="ä" target="b" type="undirected" weight="3.0" label="kennt"/>
   <edge id="2" source="ä" target="b" kind="funds" start="2014-05-01"/>
   <edge id="3" source="ä" target="b" kind="advises"/>
  </edges>
 </graph>
</gexf>
""".encode()


PAJEK = (
    '% ein Kommentar\r\n*Network Runde\r\n*Vertices 4\r\n1 "Träger ""\r\n'.replace('""', '"')
    + '2 Bündnis 0.1 0.2 0.5 ic Red\r\n4 "Haus der Vielfalt" 0.3 0.4\r\n'
    '*Arcs :1 "fördert"\r\n1 2 3.5 l "Vertrag" c Blue\r\n*Edges\r\n2 4\r\n'
    "*Arcslist\r\n1 2 4\r\n*Edgeslist\r\n3 4\r\n*Partition x\r\n1\r\n"
)
PAJEK_TWO_MODE = "*Vertices 5 2\n1 A\n2 B\n3 x\n4 y\n5 z\n*Matrix\n1 0 2\n0 1 1\n"

GEPHI = "Source,Target,Type,Weight,Label,Id\nA,B,Directed,1.5,kennt,e1\nB,C,Undirected,2,,e2\n"
KUMU = (
    "From,To,Type,Direction,Label,Strength\n"
    'A,B | C,funds,directed,"zwei\nZeilen",2\nA,D,,mutual,,\n'
)
GERMAN = "Von;Nach;Art;Stärke\nBüro;Träger;fördert;1,5\nTräger;Rat;kennt;2,25\n"


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    """Return a workbook with these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
