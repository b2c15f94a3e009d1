/// What an answer of the API means for a record that was to be created, or looked for. Judged by the HTTP status first, then by
/// the word `status` in the body, never by codes or sentences in it.
/// Depends on: nothing.
///
/// Source: lifecycle-and-sync 1.4, 1.5, 1.7; nue-api 3.1; design section 8 (a call that ended without an answer says nothing).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vestibule::nue {

/// One record of an answer, as far as anybody here needs it. Texts that the answer does not have are "".
struct Row {
  std::string id;
  std::string account_number;
  std::string external_id;
  std::string created_date;  ///< as the API writes it: ISO 8601 in UTC, so that texts compare as moments do
  /// What stands in the correlation slot; of a contact that was looked up by its e-mail: its customer, and "" where the record
  /// has another e-mail.
  std::string mark;

  friend bool operator==(const Row&, const Row&) = default;
};

/// An answer with its body read by the host: a customer has any number of the tenant's own members, of which nothing is needed.
struct Answer {
  std::uint16_t status = 0;   ///< of HTTP; 0: none came
  bool readable = false;      ///< the body is one whole JSON object
  bool success = false;       ///< its `status` is SUCCESS in any case, and `data` is a list of objects
  std::string retry_after{};  ///< the header, "" without one (nue/retry_after.hpp)
  std::vector<Row> rows{};

  friend bool operator==(const Answer&, const Answer&) = default;
};

/// An id we would show or bind: letters, digits and hyphens, 64 at most.
[[nodiscard]] bool is_record_id(std::string_view id);

enum class SendResult : std::uint8_t {
  created,       ///< the one row is ours
  refused,       ///< for good
  not_executed,  ///< the API says that it did nothing
  ambiguous,     ///< anything else
};

/// Of a create of one record. `token` is what its slot was given; "" where there is no slot, and then the only row is ours.
[[nodiscard]] SendResult judge_send(const Answer& answer, std::string_view token);

/// Whether a person has to know: the key was not taken, or the API redirects, which is never followed.
[[nodiscard]] bool is_alarming(const Answer& answer);

/// How an answer speaks for the health of the API.
[[nodiscard]] bool is_failure(const Answer& answer);

enum class ProbeResult : std::uint8_t {
  found,           ///< every row carries the token
  absent,          ///< none
  unanswered,      ///< nothing is known
  not_filterable,  ///< the filter was refused or ignored, so the answer proves nothing
  taken,           ///< of a contact: the e-mail is that of another customer's
};

/// Of a search for the records whose slot is `token`.
[[nodiscard]] ProbeResult judge_probe(const Answer& answer, std::string_view token);

/// Of a search for the contacts with an e-mail, for one of the customer `owner`. E-mails are unique (nue-api R35).
[[nodiscard]] ProbeResult judge_lookup(const Answer& answer, std::string_view owner);

/// Of a create of several records: for each token the place of the only row that carries it. Nothing for a token without one,
/// or with more: that row is ambiguous, not refused. Never by position.
[[nodiscard]] std::vector<std::optional<std::size_t>> match_rows(const Answer& answer,
                                                                 std::span<const std::string> tokens);

[[nodiscard]] std::string_view to_string(SendResult result);
[[nodiscard]] std::string_view to_string(ProbeResult result);

}  // namespace vestibule::nue
