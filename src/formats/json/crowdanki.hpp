// CrowdAnki's deck.json: notes with fields, and the note types that make cards of them.
#pragma once
#include "ebb/formats/formats.hpp"

namespace ebb {

// Reads the whole file; the source is at its start.
ReadReport read_crowdanki(ByteSource& source, const ReadOptions& options, ImportSink& sink);

}  // namespace ebb
