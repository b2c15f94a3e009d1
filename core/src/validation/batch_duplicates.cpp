#include "batch_duplicates.hpp"

#include <utility>

#include "vestibule/text/match_key.hpp"

namespace vestibule::validation {
namespace {

using catalogue::Field;

// FNV-1a. Texts made to collide cost at most the square of 200 looks.
std::size_t hash(std::string_view text) {
  std::uint32_t value = 0x811C9DC5U;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x01000193U;
  return value;
}

void warn(CheckResult& result, std::string pointer, std::size_t earlier) {
  if (result.findings.size() == limits::findings_max_row) {
    result.truncated = true;
    return;
  }
  result.findings.push_back(
      {Code::batch_duplicate, Severity::warning, std::move(pointer), {std::to_string(earlier)}, std::nullopt});
}

}  // namespace

std::optional<std::size_t> FirstRows::find_or_add(std::string text, std::size_t row) {
  std::size_t slot = hash(text) % slot_count;
  for (; slots_[slot] != 0; slot = (slot + 1) % slot_count) {
    const Entry& entry = entries_[slots_[slot] - 1U];
    if (entry.text == text) return entry.row;
  }
  entries_.push_back({std::move(text), row});
  slots_[slot] = static_cast<std::uint16_t>(entries_.size());
  return std::nullopt;
}

void BatchDuplicates::judge(std::size_t row, std::string_view pointer, CheckResult& result) {
  if (!result.ok) return;
  std::string whole;
  customer::append_json(whole, result.value);
  const auto same_row = rows_.find_or_add(std::move(whole), row);
  const customer::FieldValue* email = result.value.find(Field::email);
  if (email == nullptr) email = result.value.find(Field::contact_email);
  std::optional<std::size_t> same_email;
  if (email != nullptr && !email->text.empty()) same_email = emails_.find_or_add(text::fold(email->text), row);
  if (same_row) {
    warn(result, std::string{pointer}, *same_row);
  } else if (same_email) {
    warn(result, std::string{pointer} + "/email", *same_email);
  }
}

}  // namespace vestibule::validation
