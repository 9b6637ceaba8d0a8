"""Anki (PyPI anki) importing a two-column CSV: a peer for bench/run. anki_import.py CSV COLLECTION"""
import sys

from anki.collection import Collection, ImportCsvRequest

collection = Collection(sys.argv[2])
metadata = collection.get_csv_metadata(sys.argv[1], None)
metadata.global_notetype.id = collection.models.id_for_name("Basic")
metadata.deck_id = 1
metadata.dupe_resolution = 0
del metadata.global_notetype.field_columns[:]
metadata.global_notetype.field_columns.extend([1, 2])
result = collection.import_csv(ImportCsvRequest(path=sys.argv[1], metadata=metadata))
print("METRIC notes", len(result.log.new))
collection.close()
