// What happens besides in some runs: files of another system's customers, and merges that lead back.
#include "world/people.hpp"

namespace vestibule::simulation {

// A new file, or one that was begun before: whoever imports does not know how far it came.
void People::import_file(const Deed& deed) {
  if (files_.empty() || deed.what % 2 == 0) {
    std::vector<ImportRow>& file = files_.emplace_back();
    for (std::uint32_t left = 2 + deed.what % 5; left > 0; --left) {
      ImportRow& row = file.emplace_back(ImportRow{.legacy = ++legacy_ids_, .values = {}, .account = {}});
      for (std::size_t i = 0; i < plan().fields.size(); ++i) row.values.emplace_back(next_value('N'));
      row.values[plan().units[unit_of("customerSince")].first].reset();
      // Some were tied to an account there, which may be another customer's here.
      const bool tied = !org_.rows().empty() && ((deed.how >> left) & 1U) == 0;
      const auto account = tied ? any_account(deed.how + left, OrgRow::State::living) : std::nullopt;
      if (account) row.account = org_.rows()[*account].id;
      judge_.will_import(row);
    }
  }
  import_row(deed.how % files_.size(), 0);
}

// Row after row, each a transaction, so that a kill leaves the rest undone.
void People::import_row(std::size_t file, std::size_t row) {
  if (row == files_[file].size()) return;
  host_.submit([this, file, row] { judge_.import(files_[file][row], once_more_); },
               [this, file, row] { import_row(file, row + 1); });
}

void People::import_all(bool once_more) {
  once_more_ = once_more;
  for (std::size_t file = 0; file < files_.size(); ++file) import_row(file, 0);
}

void People::merge_in_circle(const Deed& deed) {
  if (org_.rows().empty()) return;
  const auto one = any_account(deed.what, OrgRow::State::living);
  if (!one) return;
  const auto other = any_account(*one + 1, OrgRow::State::living);
  if (other != one) org_.merge_in_circle(*one, *other);
}

}  // namespace vestibule::simulation
