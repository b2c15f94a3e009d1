#include "settings_routes.hpp"

#include "account_intake.hpp"
#include "body.hpp"
#include "customer_life.hpp"
#include "outbox_retention.hpp"
#include "sync_values.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::int64_t delay_max = 3'600'000;

struct Wanted {
  std::optional<lifecycle::Mode> mode;
  std::optional<std::int64_t> delay;
  std::optional<std::int64_t> feed_lines;
  std::optional<std::string> filter;
  std::vector<Choice> choices;
};

std::string settings_of(Repositories& repositories) {
  std::string text = R"({"customerSync":")" + std::string{lifecycle::to_string(repositories.sync.mode())} +
                     R"(","syncDelay":)" + std::to_string(repositories.sync.delay()) + R"(,"feedLines":)" +
                     std::to_string(feed_lines(repositories)) + R"(,"accountFilter":)";
  json::append_string(text, repositories.sync.account_filter());
  for (std::size_t i = 0; i < choices().size(); ++i) {
    if (!repositories.settings.has(static_cast<Choice>(i))) continue;
    text += ',';
    json::append_string(text, choices()[i].setting);
    text += ':';
    json::append_string(text, choices()[i].value);
  }
  return text + '}';
}

// A filter is a member that the org's records have.
bool is_account_field(std::string_view name) {
  if (name.empty()) return true;
  const catalogue::FieldRange fields = catalogue::fields_of(catalogue::Entity::customer);
  for (std::size_t i = fields.begin; i < fields.end; ++i) {
    if (org_name(static_cast<catalogue::Field>(i)) == name) return true;
  }
  return false;
}

void read_choice(ObjectReader& reader, std::string_view setting, std::vector<Choice>& chosen) {
  const auto value = reader.text(setting, Need::optional);
  if (!value) return;
  std::string expected = "expected one of";
  for (std::size_t i = 0; i < choices().size(); ++i) {
    if (choices()[i].setting != setting) continue;
    if (choices()[i].value == *value) return chosen.push_back(static_cast<Choice>(i));
    expected.append(expected.ends_with("of") ? " " : ", ").append(choices()[i].value);
  }
  reader.refuse(setting, expected);
}

Wanted read_wanted(ObjectReader& reader) {
  Wanted wanted;
  if (const auto mode = reader.text("customerSync", Need::optional)) {
    if (*mode != "selective" && *mode != "continuous") {
      reader.refuse("customerSync", "expected one of selective, continuous");
    }
    wanted.mode = *mode == "continuous" ? lifecycle::Mode::continuous : lifecycle::Mode::selective;
  }
  wanted.delay = reader.whole("syncDelay", Need::optional, 0, delay_max);
  wanted.feed_lines = reader.whole("feedLines", Need::optional, 1, feed_lines_max);
  // Empty is a filter too: none.
  if (const nlohmann::json* const filter = reader.any("accountFilter")) {
    wanted.filter = filter->is_string() ? filter->get<std::string>() : "?";
    if (!is_account_field(*wanted.filter)) reader.refuse("accountFilter", "expected a field of accounts, or \"\"");
  }
  for (std::size_t i = 0; i < choices().size(); ++i) {
    if (i == 0 || choices()[i].setting != choices()[i - 1].setting) {
      read_choice(reader, choices()[i].setting, wanted.choices);
    }
  }
  reader.finish();
  return wanted;
}

void change_mode(Repositories& repositories, lifecycle::Mode mode) {
  if (repositories.sync.mode() == mode) return;
  repositories.sync.set_mode(mode);
  if (mode == lifecycle::Mode::continuous) repositories.sync.set_accounts_seen("");
  for (const std::string& customer : repositories.lives.all()) {
    tell(repositories, customer, {.kind = lifecycle::EventKind::mode_changed, .mode = mode}, {"operator", now()});
  }
}

// Accounts that pass the new one and did not pass the old are looked for.
void change_filter(Repositories& repositories, const std::string& filter) {
  repositories.sync.set_account_filter(filter);
  if (takes_accounts(repositories)) repositories.sync.set_accounts_seen("");
}

void choose(Repositories& repositories, Choice choice) {
  const bool was_off = repositories.settings.has(Choice::nue_to_salesforce_off);
  repositories.settings.choose(choice);
  // What waited may have been put off for long.
  if (was_off && choice == Choice::nue_to_salesforce_on) repositories.sync.hasten(now());
}

}  // namespace

Response read_settings(Repositories& repositories, const Call& call) {
  if (!call.parameters.empty()) return no_parameters();
  return success(200, settings_of(repositories));
}

void post_settings(Store& store, const Call&, std::string_view body, const Answer& answer) {
  Problems problems;
  const auto json = read_body(body, problems);
  if (!json) return answer(failure(problems.problem()));
  ObjectReader reader{*json, "", problems};
  const Wanted wanted = read_wanted(reader);
  if (!problems.empty()) return answer(failure(problems.problem()));
  write(
      store,
      [wanted](Repositories& repositories, Response& response) {
        if (wanted.delay) repositories.sync.set_delay(*wanted.delay);
        if (wanted.feed_lines) set_feed_lines(repositories, *wanted.feed_lines);
        if (wanted.filter) change_filter(repositories, *wanted.filter);
        if (wanted.mode) change_mode(repositories, *wanted.mode);
        for (const Choice choice : wanted.choices) choose(repositories, choice);
        response = success(200, settings_of(repositories));
        return true;
      },
      answer);
}

}  // namespace vestibule::sandbox
