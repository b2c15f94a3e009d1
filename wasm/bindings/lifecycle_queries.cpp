#include "lifecycle_queries.hpp"

#include <charconv>

#include "vestibule/audit/verify.hpp"
#include "vestibule/catalogue/presentation.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/lifecycle/json.hpp"
#include "vestibule/sync/preview.hpp"
#include "vestibule/text/ascii.hpp"

namespace vestibule::bridge {
namespace {

using lifecycle::EventKind;
using lifecycle::Life;

void append_member(std::string& out, std::string_view name, std::string_view text) {
  json::append_string(out, name);
  out.push_back(':');
  json::append_string(out, text);
}

// "stage":...,"link":..., and "hold" and "holdAccount" where there are.
void append_standing(std::string& out, const Life& life) {
  append_member(out, "stage", lifecycle::to_string(stage_of(life)));
  out.push_back(',');
  append_member(out, "link", lifecycle::to_string(link_of(life)));
  if (life.hold == lifecycle::Hold::none) return;
  out.push_back(',');
  append_member(out, "hold", lifecycle::to_string(life.hold));
  if (!life.hold_account) return;
  out.push_back(',');
  append_member(out, "holdAccount", life.hold_account->text());
}

void append_outcome(std::string& out, const lifecycle::Step& step) {
  append_member(out, "outcome", lifecycle::to_string(step.outcome));
  if (step.because != lifecycle::Because::none) {
    out.push_back(',');
    append_member(out, "because", lifecycle::to_string(step.because));
  }
  out += ",\"effects\":[";
  for (const lifecycle::Effect effect : lifecycle::all_effects()) {
    if (!step.effects.has(effect)) continue;
    if (out.back() != '[') out.push_back(',');
    json::append_string(out, lifecycle::to_string(effect));
  }
  out.push_back(']');
}

// An event of this kind that fits the life as well as one can: about its own account, with an order nobody knows.
lifecycle::Event likely_event(EventKind kind, const Life& life) {
  lifecycle::Event event{.kind = kind};
  event.id.bytes.fill(1);
  event.order.bytes.fill(0xFF);
  event.mode = life.mode == lifecycle::Mode::selective ? lifecycle::Mode::continuous : lifecycle::Mode::selective;
  const ids::SalesforceId another = ids::parse_salesforce_id("001000000000000AAA").value().id;
  event.account = life.account.value_or(another);
  event.winner = another;
  event.version = life.account_version + 1;
  event.days = lifecycle::recycle_bin_days + 1;
  return event;
}

}  // namespace

void answer_lifecycle_describe(Arguments arguments, const QueryContext&, std::string& out) {
  const auto life = lifecycle::read_life(arguments.next());
  if (!life.ok()) return append_problem(out, life.error());
  out.push_back('{');
  append_standing(out, life.value());
  out += ",\"next\":[";
  for (std::size_t i = 0; i < lifecycle::event_kind_count; ++i) {
    const auto kind = static_cast<EventKind>(i);
    const lifecycle::Step step = lifecycle::step(life.value(), likely_event(kind, life.value()));
    if (i > 0) out.push_back(',');
    out.push_back('{');
    append_member(out, "event", lifecycle::to_string(kind));
    out.push_back(',');
    append_standing(out, step.life);
    out.push_back(',');
    append_outcome(out, step);
    out.push_back('}');
  }
  out += "]}";
}

void answer_lifecycle_step(Arguments arguments, const QueryContext&, std::string& out) {
  const auto life = lifecycle::read_life(arguments.next());
  if (!life.ok()) return append_problem(out, life.error());
  const auto event = lifecycle::read_event(arguments.next());
  if (!event.ok()) return append_problem(out, event.error());
  const lifecycle::Step step = lifecycle::step(life.value(), event.value());
  out += "{\"life\":";
  lifecycle::append_json(out, step.life);
  out.push_back(',');
  append_standing(out, step.life);
  out.push_back(',');
  append_outcome(out, step);
  out.push_back('}');
}

void answer_sync_preview(Arguments arguments, const QueryContext& context, std::string& out) {
  const std::string_view text = arguments.next();
  validation::Options options;
  options.of = arguments.next() == "contact" ? catalogue::Entity::contact : catalogue::Entity::customer;
  options.country = arguments.next();
  options.atlas = context.atlas;
  options.profile = context.profile;
  const auto rows = sync::preview(text, options);
  if (!rows.ok()) return append_problem(out, rows.error());
  out.push_back('[');
  for (const sync::PreviewRow& row : rows.value()) {
    if (out.back() != '[') out.push_back(',');
    out.push_back('{');
    append_member(out, "field", catalogue::info(row.field).name);
    out.push_back(',');
    append_member(out, "salesforce", catalogue::presentation(row.field).salesforce);
    out.push_back(',');
    append_member(out, "master", sync::to_string(row.master));
    out.push_back(',');
    append_member(out, "state", to_string(row.state));
    out.append(",\"value\":").append(row.value.empty() ? "null" : row.value);
    if (row.code) {
      out.push_back(',');
      append_member(out, "code", to_string(*row.code));
    }
    out.push_back('}');
  }
  out.push_back(']');
}

namespace {

// Where the log was left off: the number of lines, and the hash of the last one.
audit::Head head_from(std::string_view count, std::string_view hash) {
  audit::Head begin;
  std::from_chars(count.data(), count.data() + count.size(), begin.count);
  if (begin.count > 0 && hash.size() == 2 * begin.hash.size()) {
    for (std::size_t i = 0; i < begin.hash.size(); ++i) {
      begin.hash[i] = static_cast<std::uint8_t>(16 * text::hex_value(hash[2 * i]) + text::hex_value(hash[2 * i + 1]));
    }
  }
  return begin;
}

}  // namespace

void answer_audit_verify(Arguments arguments, const QueryContext& context, std::string& out) {
  const std::string_view lines = arguments.next();
  const std::string_view count = arguments.next();
  const audit::Head begin = head_from(count, arguments.next());
  const bool more = arguments.next() == "more";
  KeptLog unkept{nullptr, nullptr};
  KeptLog& log = context.log == nullptr ? unkept : *context.log;
  // One that was left off elsewhere, or in an instance that is lost, goes on by its chain alone.
  if (!log || begin.count == 0 || log->head() != begin) {
    log = KeptLog{new audit::Verifier{begin}, [](audit::Verifier* verifier) { delete verifier; }};
  }
  const auto fault = log->add_all(lines);
  out.append("{\"count\":").append(std::to_string(log->head().count)).append(",");
  if (fault) {
    append_member(out, "fault", audit::to_string(*fault));
    out.push_back(',');
  }
  append_member(out, "head", digest::to_hex(log->head().hash));
  out.append(",\"replayed\":").append(log->replays() ? "true}" : "false}");
  if (!more || fault) log.reset();
}

}  // namespace vestibule::bridge
