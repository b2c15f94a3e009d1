#include "json/object_writer.hpp"
#include "vestibule/json/write.hpp"
#include "vestibule/signup/json.hpp"
#include "vestibule/text/decimal.hpp"

namespace vestibule::signup {
namespace {

// Members without a value are left out.
class Members {
 public:
  explicit Members(std::string& out) : object_{out} {}

  void text(std::string_view name, std::string_view value) {
    if (!value.empty()) object_.text(name, value);
  }
  void number(std::string_view name, std::uint64_t value) {
    if (value != 0) object_.number(name, value);
  }
  void flag(std::string_view name, bool value) {
    if (value) object_.flag(name, true);
  }

 private:
  json::ObjectWriter object_;
};

void write(Members& members, const State& state) {
  members.flag("adopted", state.adopted);
  members.flag("asksNext", state.next == Move::ask);
  members.number("began", state.attempt.began_ms);
  members.flag("earlier", state.earlier);
  members.flag("hasPayload", state.attempt.has_payload);
  members.flag("hasToken", state.has_token);
  members.text("key", state.attempt.key);
  members.flag("locked", state.locked);
  members.flag("offline", state.offline);
  members.text("reason", state.reason);
  members.flag("reused", state.reused);
  members.text("secret", state.attempt.secret);
  members.number("sends", state.attempt.sends);
  members.number("since", state.since_ms);
  members.flag("stale", state.stale);
  members.text("state", to_string(state.kind));
  members.flag("volatile", state.unstored);
}

}  // namespace

void append_json(std::string& out, const State& state) {
  Members members{out};
  write(members, state);
}

// What an event of another kind would have is empty.
void append_json(std::string& out, const Event& event) {
  Members members{out};
  members.number("began", event.attempt.began_ms);
  members.text("code", event.code);
  members.text("event", to_string(event.kind));
  members.flag("hasPayload", event.attempt.has_payload);
  members.text("key", event.attempt.key);
  members.number("now", event.now_ms);
  members.flag("ok", event.ok);
  members.number("random", event.random);
  members.number("retryAfterMs", event.retry_after_ms);
  members.text("secret", event.attempt.secret);
  members.number("sends", event.attempt.sends);
  members.number("status", event.status);
  members.flag("whole", event.whole);
}

void append_effects(std::string& out, const Step& step) {
  out += "\"effects\":[";
  for (const Effect effect : all_effects()) {
    if (!step.effects.has(effect)) continue;
    if (out.back() != '[') out.push_back(',');
    json::append_string(out, to_string(effect));
  }
  out.push_back(']');
  if (step.effects.has(Effect::wait)) out.append(",\"waitMs\":").append(text::decimal(step.wait_ms));
}

}  // namespace vestibule::signup
