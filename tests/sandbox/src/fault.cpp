#include "fault.hpp"

#include <algorithm>
#include <iterator>

#include "body.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::int64_t count_max = 1'000'000;
constexpr std::int64_t delay_max = 600'000;
constexpr std::int64_t sync_delay_max = 10'000;  // it holds up everything of the sync, and the end of the process

// In the order of FaultKind: the name, and which members beside route, kind, times and after make sense.
struct KindRow {
  std::string_view name;
  bool sync = false;
  bool needs_delay = false;
  std::int64_t status = 0;  // the default; 0 = not chosen by the fault
  bool retry_after = false;
  bool permanent = false;
};
constexpr KindRow kinds[] = {
    {.name = "latency", .needs_delay = true},
    {.name = "late_work", .needs_delay = true},
    {.name = "rate_limited", .retry_after = true},
    {.name = "error_before", .status = 503, .retry_after = true},
    {.name = "error_after", .status = 500, .retry_after = true},
    {.name = "lost_request"},
    {.name = "lost_answer"},
    {.name = "cut_body"},
    {.name = "unreadable"},
    {.name = "sync_failure", .sync = true, .permanent = true},
    {.name = "sync_lost", .sync = true},
    {.name = "sync_cut", .sync = true},
    {.name = "sync_delay", .sync = true, .needs_delay = true},
};
static_assert(std::size(kinds) == static_cast<std::size_t>(FaultKind::sync_delay) + 1);

const KindRow& row_of(FaultKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::string known_kinds() {
  std::string text = "expected one of";
  for (const KindRow& row : kinds) text.append(&row == kinds ? " " : ", ").append(row.name);
  return text;
}

bool is_header_text(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

// Linear in the text for each star.
bool fits(std::string_view pattern, std::string_view text) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return pattern == text;
  if (!text.starts_with(pattern.substr(0, star))) return false;
  pattern.remove_prefix(star + 1);
  for (std::size_t from = star; from <= text.size(); ++from) {
    if (fits(pattern, text.substr(from))) return true;
  }
  return false;
}

}  // namespace

std::string_view to_string(FaultKind kind) { return row_of(kind).name; }

bool of_sync(FaultKind kind) { return row_of(kind).sync; }

bool is_about(const Fault& fault, std::string_view name) { return fits(fault.route, name); }

Fault read_fault(ObjectReader& reader) {
  Fault fault;
  if (auto route = reader.text("route", Need::optional, 100)) fault.route = *std::move(route);
  // Each star tries every place of the text again.
  if (std::ranges::count(fault.route, '*') > 3) reader.refuse("route", "has more than three stars");
  fault.times = reader.whole("times", Need::optional, 1, count_max);
  fault.after = reader.whole("after", Need::optional, 0, count_max).value_or(0);
  const auto kind = reader.text("kind", Need::required);
  const auto found = std::ranges::find(kinds, kind.value_or(""), &KindRow::name);
  if (found == std::end(kinds)) {
    if (kind) reader.refuse("kind", known_kinds());
    return fault;
  }
  const KindRow& row = *found;
  fault.kind = static_cast<FaultKind>(found - std::begin(kinds));
  if (!row.sync || row.needs_delay) {
    const std::int64_t most = row.sync ? sync_delay_max : delay_max;
    fault.delay = reader.whole("delay", row.needs_delay ? Need::required : Need::optional, 0, most).value_or(0);
  }
  if (row.status > 0) fault.status = reader.whole("status", Need::optional, 400, 599).value_or(row.status);
  if (row.retry_after) fault.retry_after = reader.text("retryAfter", Need::optional, 100).value_or("");
  if (!is_header_text(fault.retry_after)) reader.refuse("retryAfter", "expected printable ASCII, as in a header");
  if (row.permanent) fault.permanent = reader.boolean("permanent").value_or(false);
  return fault;
}

void append_members(std::string& out, const Fault& fault) {
  const KindRow& row = row_of(fault.kind);
  out += "\"route\":";
  json::append_string(out, fault.route);
  out += ",\"kind\":";
  json::append_string(out, row.name);
  if (fault.times) out += ",\"times\":" + std::to_string(*fault.times);
  out += ",\"after\":" + std::to_string(fault.after);
  if (!row.sync || row.needs_delay) out += ",\"delay\":" + std::to_string(fault.delay);
  if (row.status > 0) out += ",\"status\":" + std::to_string(fault.status);
  if (!fault.retry_after.empty()) {
    out += ",\"retryAfter\":";
    json::append_string(out, fault.retry_after);
  }
  if (row.permanent) out += std::string{",\"permanent\":"} + (fault.permanent ? "true" : "false");
}

}  // namespace vestibule::sandbox
