#include "vestibule/migration/judge.hpp"

#include <algorithm>

#include "vestibule/digest/sha256.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/text/utf8.hpp"

namespace vestibule::migration {
namespace {

bool is_legacy_id(std::string_view id) {
  return !id.empty() && text::first_invalid_utf8(id) == id.size() && text::utf16_length(id) <= legacy_id_max_utf16 &&
         std::none_of(id.begin(), id.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; });
}

std::string folded(char kind, std::string_view id) {
  std::string result{kind};
  for (const char c : id) result += text::to_lower(c);
  return result;
}

std::size_t found(const std::unordered_map<std::string, std::size_t>& seen, const std::string& key) {
  const auto at = seen.find(key);
  return at == seen.end() ? 0 : at->second;
}

}  // namespace

std::string_view to_string(Fault fault) {
  constexpr std::string_view names[fault_count] = {"none",        "legacy_id",         "legacy_id_twice",
                                                   "external_id", "external_id_twice", "fields"};
  return names[static_cast<std::size_t>(fault)];
}

Verdict Judge::add(const Row& row) {
  ++rows_;
  Verdict verdict;
  const auto refuse = [&verdict](Fault fault, std::size_t other = 0) {
    verdict.fault = fault;
    verdict.other = other;
    return verdict;
  };
  if (!is_legacy_id(row.legacy_id)) return refuse(Fault::legacy_id);
  const std::string legacy_id{row.legacy_id};
  if (const std::size_t other = found(legacy_ids_, legacy_id)) return refuse(Fault::legacy_id_twice, other);
  if (row.external_id) {
    const auto parsed = ids::parse_salesforce_id(*row.external_id);
    if (!parsed.ok() || parsed.value().id.object() != ids::account_prefix) return refuse(Fault::external_id);
    verdict.account = parsed.value().id;
    const std::size_t other = found(accounts_, std::string{verdict.account->text()});
    if (other != 0) return refuse(Fault::external_id_twice, other);
  }
  verdict.check = validation::check_json(row.fields, options_);
  if (!verdict.check.ok) return refuse(Fault::fields);

  legacy_ids_.emplace(legacy_id, rows_);
  const auto fold = [&](char kind, std::string_view id) {
    const auto [at, is_new] = folded_.emplace(folded(kind, id), rows_);
    if (!is_new && verdict.same_but_case == 0) verdict.same_but_case = at->second;
  };
  fold('l', row.legacy_id);
  if (verdict.account) {
    accounts_.emplace(std::string{verdict.account->text()}, rows_);
    fold('a', verdict.account->text15());
  }
  return verdict;
}

ids::Uuid customer_id_of(std::string_view legacy_id) {
  const digest::Sha256Digest hash = digest::sha256(std::string{"vestibule customer\n"}.append(legacy_id));
  ids::Uuid id;
  std::copy_n(hash.begin(), id.bytes.size(), id.bytes.begin());
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | 0x80);
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
  return id;
}

}  // namespace vestibule::migration
