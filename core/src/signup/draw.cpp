// The table as a document, from the rows themselves.
#include <array>

#include "table.hpp"

namespace vestibule::signup {
namespace {

std::string_view words_of(Guard guard) {
  switch (guard) {
    case Guard::always: return "";
    case Guard::has_key: return "the last attempt never arrived";
    case Guard::other_key: return "the store holds another tab's attempt";
    case Guard::offline: return "there is no network";
    case Guard::next_ask: return "to be asked about next";
    case Guard::next_send: return "to be sent next";
    case Guard::no_payload: return "the answers are not at hand";
    case Guard::has_token: return "the form token is there";
    case Guard::first_stale: return "the first such token, sends are left";
    case Guard::sends_spent: return "six sends were made";
    case Guard::time_spent: return "after ten minutes";
    case Guard::spent: return "after ten minutes, or six sends where it would be sent again";
    case Guard::outbox_over: return "24 h after it began";
    case Guard::recheck_over: return "29 days after it began";
    case Guard::failed: return "not granted";
  }
  return "";
}

std::string_view words_of(Do action) {
  switch (action) {
    case Do::nothing: return "";
    case Do::begin: return "a fresh key and secret";
    case Do::begin_again: return "the same key, new answers";
    case Do::drop: return "drop the attempt";
    case Do::recheck: return "wait anew, one more send";
    case Do::adopt: return "take the attempt of the store; ask first";
    case Do::take_stored: return "note whether it is stored";
    case Do::take_lock: return "note the lock";
    case Do::lose_lock: return "another tab sends; ask first";
    case Do::ask_next: return "ask first";
    case Do::take_token: return "keep the token";
    case Do::count_send: return "count a send";
    case Do::renew_token: return "drop the token, count a send";
    case Do::pause: return "note why";
    case Do::hold: return "wait for the network; then ask first";
    case Do::settle: return "drop the attempt";
    case Do::keep_key: return "keep the key for the next submit";
    case Do::expire: return "drop the answers, keep the key";
    case Do::go_offline: return "note it";
    case Do::go_online: return "wait anew";
  }
  return "";
}

struct AnswerName {
  Answer answer;
  std::string_view name;
};

constexpr std::array answer_names{
    AnswerName{Answer::created, "created"},
    AnswerName{Answer::refused, "refused"},
    AnswerName{Answer::stale, "form token too old"},
    AnswerName{Answer::in_progress, "in progress"},
    AnswerName{Answer::reused, "key used for other answers"},
    AnswerName{Answer::unknown, "key not known"},
    AnswerName{Answer::none, "no answer"},
};

void append_item(std::string& out, bool& first, std::string_view item) {
  if (!first) out += ", ";
  out += item;
  first = false;
}

void append_states(std::string& out, States states) {
  if (states == any_state) {
    out += "any";
    return;
  }
  bool first = true;
  for (std::size_t place = 0; place < state_kind_count; ++place) {
    const auto kind = static_cast<StateKind>(place);
    if ((states & only(kind)) != 0) append_item(out, first, to_string(kind));
  }
}

// What was answered and what else has to hold.
void append_conditions(std::string& out, const Row& row) {
  if (row.answers != any_answer) {
    bool first = true;
    for (const auto& [answer, name] : answer_names) {
      if ((row.answers & only(answer)) != 0) append_item(out, first, name);
    }
    if (row.guard != Guard::always) out += "; ";
  }
  out += words_of(row.guard);
}

void append_effects(std::string& out, Effects effects) {
  bool first = true;
  for (const Effect effect : all_effects()) {
    if (effects.has(effect)) append_item(out, first, to_string(effect));
  }
}

}  // namespace

void append_table(std::string& out) {
  out +=
      "| event | state | when | next | and | effects, in order |\n"
      "| --- | --- | --- | --- | --- | --- |\n";
  for (const Row& row : rows()) {
    out.append("| `").append(to_string(row.event)).append("` | ");
    append_states(out, row.from);
    out += " | ";
    append_conditions(out, row);
    out += " | ";
    if (row.to != stay) out += to_string(row.to);
    out.append(" | ").append(words_of(row.action)).append(" | ");
    append_effects(out, row.effects);
    out += " |\n";
  }
}

}  // namespace vestibule::signup
