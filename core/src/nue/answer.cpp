#include "vestibule/nue/answer.hpp"

#include <algorithm>

#include "mutants.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::nue {
namespace {

bool is_2xx(const Answer& answer) { return answer.status >= 200 && answer.status < 300; }
bool is_3xx(const Answer& answer) { return answer.status >= 300 && answer.status < 400; }

// A status that says the request was looked at and will never be carried out.
bool is_refusal(std::uint16_t status) {
  constexpr std::uint16_t refusals[] = {400, 401, 403, 404, 405, 413, 415, 422};
  return std::find(std::begin(refusals), std::end(refusals), status) != std::end(refusals);
}

// Compiled-in mistake: whatever came back in this place is taken for ours.
bool carries(const Row& row, std::string_view token) { return mutant == Mutant::bind_by_position || row.mark == token; }

bool all_are_records(const std::vector<Row>& rows) {
  return std::all_of(rows.begin(), rows.end(), [](const Row& row) { return is_record_id(row.id); });
}

}  // namespace

bool is_record_id(std::string_view id) {
  const auto fits = [](char c) { return text::is_alnum(c) || c == '-'; };
  return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), fits);
}

SendResult judge_send(const Answer& answer, std::string_view token) {
  if (is_2xx(answer)) {
    const bool ours = answer.success && answer.rows.size() == 1 && all_are_records(answer.rows) &&
                      (token.empty() || carries(answer.rows.front(), token));
    return ours ? SendResult::created : SendResult::ambiguous;
  }
  if (answer.status == 429) return SendResult::not_executed;
  if (is_3xx(answer) || (answer.readable && is_refusal(answer.status))) return SendResult::refused;
  return SendResult::ambiguous;
}

bool is_alarming(const Answer& answer) { return answer.status == 401 || answer.status == 403 || is_3xx(answer); }

bool is_failure(const Answer& answer) {
  return answer.status == 0 || answer.status == 401 || answer.status == 403 || answer.status >= 500 ||
         (is_2xx(answer) && !answer.success);
}

ProbeResult judge_probe(const Answer& answer, std::string_view token) {
  if (answer.status == 400) return ProbeResult::not_filterable;
  if (!is_2xx(answer) || !answer.success) return ProbeResult::unanswered;
  if (answer.rows.empty()) return ProbeResult::absent;
  const bool all_ours =
      std::all_of(answer.rows.begin(), answer.rows.end(), [&](const Row& row) { return carries(row, token); });
  if (!all_ours) return ProbeResult::not_filterable;
  return all_are_records(answer.rows) ? ProbeResult::found : ProbeResult::unanswered;
}

ProbeResult judge_lookup(const Answer& answer, std::string_view owner) {
  const ProbeResult result = judge_probe(answer, owner);
  const bool all_have_it =
      std::none_of(answer.rows.begin(), answer.rows.end(), [](const Row& row) { return row.mark.empty(); });
  const bool is_taken = result == ProbeResult::not_filterable && is_2xx(answer) && all_have_it;
  return is_taken ? ProbeResult::taken : result;
}

std::vector<std::optional<std::size_t>> match_rows(const Answer& answer, std::span<const std::string> tokens) {
  std::vector<std::optional<std::size_t>> places(tokens.size());
  if (!is_2xx(answer) || !answer.success) return places;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto carries_it = [&](const Row& row) { return !tokens[i].empty() && row.mark == tokens[i]; };
    const auto row = std::find_if(answer.rows.begin(), answer.rows.end(), carries_it);
    if (row == answer.rows.end() || !is_record_id(row->id)) continue;
    if (std::find_if(row + 1, answer.rows.end(), carries_it) != answer.rows.end()) continue;
    places[i] = static_cast<std::size_t>(row - answer.rows.begin());
  }
  return places;
}

std::string_view to_string(SendResult result) {
  constexpr std::string_view names[] = {"created", "refused", "not_executed", "ambiguous"};
  return names[static_cast<std::size_t>(result)];
}

std::string_view to_string(ProbeResult result) {
  constexpr std::string_view names[] = {"found", "absent", "unanswered", "not_filterable", "taken"};
  return names[static_cast<std::size_t>(result)];
}

}  // namespace vestibule::nue
