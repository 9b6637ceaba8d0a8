// The formats as functions, for the table in formats.cpp.
#pragma once
#include "ebb/formats/formats.hpp"

namespace ebb {

int sniff_json(std::string_view head, std::string_view file_name);
int sniff_text(std::string_view head, std::string_view file_name);
int sniff_csv(std::string_view head, std::string_view file_name);
int sniff_tsv(std::string_view head, std::string_view file_name);
int sniff_markdown(std::string_view head, std::string_view file_name);
int sniff_org(std::string_view head, std::string_view file_name);
int sniff_anki_text(std::string_view head, std::string_view file_name);
int sniff_quizlet(std::string_view head, std::string_view file_name);
int sniff_apkg(std::string_view head, std::string_view file_name);
int sniff_colpkg(std::string_view head, std::string_view file_name);
int sniff_mnemosyne(std::string_view head, std::string_view file_name);
// For formats that are only written.
int sniff_nothing(std::string_view head, std::string_view file_name);

ReadReport read_json(ByteSource& source, const ReadOptions& options, ImportSink& sink);
ReadReport read_text(ByteSource& source, const ReadOptions& options, ImportSink& sink);
ReadReport read_csv(ByteSource& source, const ReadOptions& options, ImportSink& sink);
ReadReport read_tsv(ByteSource& source, const ReadOptions& options, ImportSink& sink);
ReadReport read_markdown(ByteSource& source, const ReadOptions& options, ImportSink& sink);
ReadReport read_org(ByteSource& source, const ReadOptions& options, ImportSink& sink);
ReadReport read_anki_text(ByteSource& source, const ReadOptions& options, ImportSink& sink);
ReadReport read_lines(ByteSource& source, const ReadOptions& options, ImportSink& sink);
ReadReport read_quizlet(ByteSource& source, const ReadOptions& options, ImportSink& sink);
ReadReport read_mnemosyne(ByteSource& source, const ReadOptions& options, ImportSink& sink);
ReadReport read_apkg(ByteSource& source, const ReadOptions& options, ImportSink& sink);
ReadReport read_colpkg(ByteSource& source, const ReadOptions& options, ImportSink& sink);

void write_json(std::ostream& out, const ExportOptions& options, const NextCard& cards, const NextEntry& entries);
void write_csv(std::ostream& out, const ExportOptions& options, const NextCard& cards, const NextEntry& entries);
void write_tsv(std::ostream& out, const ExportOptions& options, const NextCard& cards, const NextEntry& entries);
void write_markdown(std::ostream& out, const ExportOptions& options, const NextCard& cards, const NextEntry& entries);
void write_text(std::ostream& out, const ExportOptions& options, const NextCard& cards, const NextEntry& entries);
void write_anki_text(std::ostream& out, const ExportOptions& options, const NextCard& cards, const NextEntry& entries);
void write_apkg(std::ostream& out, const ExportOptions& options, const NextCard& cards, const NextEntry& entries);
void write_revlog(std::ostream& out, const ExportOptions& options, const NextCard& cards, const NextEntry& entries);

// Whether a file's name ends in one of the suffixes, case ignored.
bool has_suffix(std::string_view file_name, std::string_view suffix);

}  // namespace ebb
