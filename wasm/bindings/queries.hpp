// The calls nobody is in a hurry for: arguments in as text, an answer out as JSON, one function each behind one export.
// Plain C++, so that native tests reach all of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "vestibule/atlas/atlas.hpp"
#include "vestibule/json/problem.hpp"
#include "vestibule/profile/profile.hpp"

namespace vestibule::audit {
class Verifier;
}

namespace vestibule::bridge {

// What is asked of either module; the numbers are the package's too (wasm/package/src/queries.ts). Without an atlas all of
// these answer null.
enum class Query : std::uint16_t {
  // Of address_queries.cpp.
  address_layout,  // country, "latin" or "", "areas" or "" -> {"country","name","parts":[...]}
  country_find,    // text -> {"code","name"}
  // Of phone_queries.cpp.
  phone_describe,  // text, country or "" -> {"valid","possible","e164",...}; null for no number
  phone_typing,    // text, caret in UTF-16 units, country or "" -> {"text","caret"}
  phone_example,   // country -> as phone_describe
  // Of signup_queries.cpp.
  signup_step,  // names and values of a state (signup/texts.hpp), "", those of an event -> {"state","effects","waitMs"}; or null
};

// What only the full module answers: a form does without, and a browser is spared the bytes.
enum class FullQuery : std::uint16_t {
  // Of address_queries.cpp; without an atlas they answer null.
  address_format,    // country, "lines" or "line", "latin", "local" or "", "country" or "", eight parts -> text
  address_split,     // block, country -> {"parts":{...},"country","rest"}
  tax_id,            // scheme, text, country or "" -> the JSON of validation/check_id.hpp; null for an unknown scheme
  profile_describe,  // no arguments -> profile/describe.hpp
  // Of matching_queries.cpp.
  match_keys,     // name, email, phone, website -> {"name","email","emailDomain","phone","website"}
  match_compare,  // the four of one record, then of the other -> [{"key","likeness","strength"}]
  // Of paste_queries.cpp.
  signature_split,  // text, country or "" -> {"parts":{...},"country","rest"}
  // Of lifecycle_queries.cpp; a text that cannot be read answers {"problem":{"code","pointer"}}.
  lifecycle_describe,  // life -> {"stage","link","hold","next":[{"event","stage","link","outcome","because","effects"}]}
  lifecycle_step,      // life, event -> {"life","stage","link","hold","outcome","because","effects"}
  sync_preview,  // record, "contact" or "", country or "" -> [{"field","salesforce","master","state","value","code"}]
  audit_verify,  // lines, count and hash of the line before or "", "more" or "" -> {"count","fault","head","replayed"}
  // Of gateway_queries.cpp; a text that cannot be read answers {"problem":{"code","pointer"}}.
  gateway_step,   // intent, event, policy -> {"because","effects","intent","outcome"} (gateway/json.hpp)
  gateway_admit,  // state or "", fingerprint and body hash it was claimed with, those of the request -> "claim", ...
  gateway_pass,   // pressure, "create", "retry" or "probe", now, "waits" or "" -> {"passes","pressure"}
  gateway_note,   // pressure, event with the answer -> {"breaker","pressure"}
};

// A log that is verified piece by piece, kept from one piece to the next one. Its deleter comes with it, so that the smaller
// module, which never has one, has none of its code.
using KeptLog = std::unique_ptr<audit::Verifier, void (*)(audit::Verifier*)>;

// What a query may look at.
struct QueryContext {
  const atlas::Atlas* atlas = nullptr;
  const profile::Profile* profile = nullptr;
  KeptLog* log = nullptr;  // without one each piece is verified as if it came first
};

// The arguments of a query: texts joined by U+0000, which none of them may hold.
class Arguments {
 public:
  explicit Arguments(std::string_view joined) : rest_{joined} {}

  // The next argument; "" when there is none left.
  [[nodiscard]] std::string_view next();

 private:
  std::string_view rest_;
};

// Appends the answer. A question that does not exist, or arguments that are not UTF-8, answer null.
void answer(Query query, std::string_view arguments, const QueryContext& context, std::string& out);
void answer(FullQuery query, std::string_view arguments, const QueryContext& context, std::string& out);

// Appends {"problem":{"code","pointer"}}: what a text that cannot be read is answered with.
void append_problem(std::string& out, const json::Problem& problem);

// A table of answers, in the order of its questions; for the two functions above.
using Answer = void (*)(Arguments arguments, const QueryContext& context, std::string& out);
void answer_from(std::span<const Answer> table, std::size_t question, std::string_view arguments,
                 const QueryContext& context, std::string& out);

}  // namespace vestibule::bridge
