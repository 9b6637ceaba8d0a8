// The importer as its users see it: a sink, a plan, a commit.
#include "ebb/core/words.hpp"
#include "store/import/importer.hpp"
#include "store/log/purging.hpp"

namespace ebb {

Importer::Importer(Collection& collection, const Today& today, OnGone on_gone)
    : inside_(std::make_unique<Inside>(collection, today, on_gone)) {}

Importer::~Importer() = default;

void Importer::note(ImportedNote&& note) { inside_->take(std::move(note)); }

void Importer::problem(Problem&& problem) { inside_->problems.push_back(std::move(problem)); }

void Importer::entry(ImportedEntry&& entry) {
  if (!inside_->merger) inside_->merger.emplace(inside_->store, inside_->batch.today().now);
  const bool fresh = inside_->merger->take(entry.json);
  inside_->plan.entries += fresh;
  inside_->plan.same += !fresh;
}

void Importer::media(ImportedMedia&& media) {
  Inside& in = *inside_;
  const auto outcome = in.media_writer.take(in.batch, media.name, media.bytes, write_media);
  in.plan.media += outcome != MediaWriter::Outcome::same && !media.inner;
  if (outcome == MediaWriter::Outcome::replaced && ++in.media_replaced <= 3)
    in.plan.told.push_back("the media file \"" + media.name + "\" is not the one of that name that was here: it takes its place");
}

void Importer::progress(std::size_t done_bytes, std::size_t total_bytes) {
  if (on_progress) on_progress(done_bytes, total_bytes);
}

void Importer::go_on(const std::string& batch) {
  if (const auto first = entry_from_name(inside_->store, batch)) inside_->batch.go_on(*first);
}

const ImportPlan& Importer::finish() {
  Inside& in = *inside_;
  if (in.merger) {
    in.bulk.finish();
    const std::int64_t before = in.store.db().number("SELECT count(*) FROM note WHERE flags & 9 = 0");
    in.merger->finish();
    in.plan.added = in.store.db().number("SELECT count(*) FROM note WHERE flags & 9 = 0") - before;
    return in.plan;
  }
  in.match_waiting();
  in.mark_gone();
  in.write_maps();
  if (in.plan.repeats > 5)
    in.plan.told.push_back(counted(in.plan.repeats, "card") + " in all repeat an earlier one");
  if (in.stay_deleted > 0)
    in.plan.told.push_back(counted(in.stay_deleted, "card") + " of the file were deleted here and stay deleted");
  return in.plan;
}

const ImportPlan& Importer::plan() const { return inside_->plan; }

const std::vector<Problem>& Importer::problems() const { return inside_->problems; }

void Importer::commit() {
  Inside& in = *inside_;
  in.media_writer.keep();
  if (in.batch.size() == 0 && in.plan.entries == 0) {
    in.batch.rollback();
    return;
  }
  if (in.batch.size() > 0) in.plan.batch = entry_name(in.store, in.batch.first());
  in.batch.commit();
  if (in.merger && in.merger->blanked() && !scrub_file(in.store))
    in.plan.told.push_back("the text of purged cards may still be in the file: close other programs that use it, then ebb purge");
}

}  // namespace ebb
