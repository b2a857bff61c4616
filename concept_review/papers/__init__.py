"""Papers for a council: the Synopse and all else that a Beschlussvorlage needs, as files."""
