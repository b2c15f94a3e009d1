#include "json/object_writer.hpp"
#include "vestibule/gateway/json.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::gateway {
namespace {

class Writer : public json::ObjectWriter {
 public:
  using ObjectWriter::ObjectWriter;

  void text_if(std::string_view name, std::string_view value) {
    if (!value.empty()) text(name, value);
  }
  void number_if(std::string_view name, std::uint64_t value) {
    if (value != 0) number(name, value);
  }
  void flag_if(std::string_view name, bool value) {
    if (value) flag(name, true);
  }
};

void append_rows(std::string& out, const std::vector<nue::Row>& rows) {
  out.push_back('[');
  for (const nue::Row& row : rows) {
    if (out.back() != '[') out.push_back(',');
    Writer object{out};
    object.text_if("accountNumber", row.account_number);
    object.text_if("createdDate", row.created_date);
    object.text_if("externalId", row.external_id);
    object.text_if("id", row.id);
    object.text_if("mark", row.mark);
  }
  out.push_back(']');
}

void append_answer(std::string& out, const nue::Answer& answer) {
  Writer object{out};
  object.flag_if("readable", answer.readable);
  object.text_if("retryAfter", answer.retry_after);
  if (!answer.rows.empty()) append_rows(object.begin("rows"), answer.rows);
  object.number_if("status", answer.status);
  object.flag_if("success", answer.success);
}

void append_texts(std::string& out, const std::vector<std::string>& texts) {
  out.push_back('[');
  for (const std::string& text : texts) {
    if (out.back() != '[') out.push_back(',');
    json::append_string(out, text);
  }
  out.push_back(']');
}

}  // namespace

void append_json(std::string& out, const Intent& intent) {
  Writer object{out};
  object.text_if("accountNumber", intent.account_number);
  object.text_if("customerId", intent.customer_id);
  object.number_if("dueAt", intent.due_at);
  object.number_if("epoch", intent.epoch);
  object.text_if("externalId", intent.external_id);
  object.number_if("leaseUntil", intent.lease_until);
  object.text_if("owner", intent.owner);
  object.number_if("probedAt", intent.probed_at);
  object.number_if("probes", intent.probes);
  object.number_if("sends", intent.sends);
  object.number_if("sentAt", intent.sent_at);
  object.number_if("settledAt", intent.settled_at);
  object.text("state", to_string(intent.state));
  if (!intent.surplus.empty()) append_texts(object.begin("surplus"), intent.surplus);
  object.text_if("token", intent.token);
}

void append_json(std::string& out, const Event& event) {
  Writer object{out};
  if (event.answer != nue::Answer{}) append_answer(object.begin("answer"), event.answer);
  object.text_if("customerId", event.customer_id);
  object.number_if("epoch", event.epoch);
  object.text("event", to_string(event.kind));
  object.flag_if("held", !event.may_send);
  object.number_if("now", event.now);
  object.number_if("random", event.random);
}

void append_json(std::string& out, const Policy& policy) {
  Writer object{out};
  object.flag("hasSlot", policy.has_slot);
  object.number("horizon", policy.horizon);
  object.number("lease", policy.lease);
  object.flag("singleOwner", policy.single_owner);
  object.number("upstream", policy.upstream);
}

void append_json(std::string& out, const Pressure& pressure) {
  Writer object{out};
  object.number_if("calls", pressure.calls);
  object.number_if("creates", pressure.creates);
  object.number_if("failures", pressure.failures);
  object.number_if("inRow", pressure.in_row);
  object.number_if("minuteAt", pressure.minute_at);
  object.number_if("openUntil", pressure.open_until);
  object.number_if("pausedUntil", pressure.paused_until);
  object.number_if("retries", pressure.retries);
  object.number_if("trialUntil", pressure.trial_until);
  object.number_if("windowAt", pressure.window_at);
}

void append_outcome(std::string& out, const Step& step) {
  if (step.because != Because::none) {
    out += "\"because\":";
    json::append_string(out, to_string(step.because));
    out.push_back(',');
  }
  out += "\"effects\":[";
  for (const Effect effect : all_effects()) {
    if (!step.effects.has(effect)) continue;
    if (out.back() != '[') out.push_back(',');
    json::append_string(out, to_string(effect));
  }
  out += "],\"outcome\":";
  json::append_string(out, to_string(step.outcome));
}

void append_json(std::string& out, const Step& step) {
  out.push_back('{');
  append_outcome(out, step);
  out += ",\"intent\":";
  append_json(out, step.intent);
  out.push_back('}');
}

}  // namespace vestibule::gateway
