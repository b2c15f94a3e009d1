#include "vestibule/nue/answer.hpp"

#include "tests/support/catch.hpp"

namespace {

using namespace vestibule::nue;

const std::string token = "0123456789ABCDEFGHJKMNPQRS";

Row row(std::string id, std::string mark = token) {
  return {.id = std::move(id),
          .account_number = {},
          .external_id = {},
          .created_date = "2026-01-01T00:00:00Z",
          .mark = std::move(mark)};
}

Answer rows(std::vector<Row> rows, std::uint16_t status = 201) {
  return {.status = status, .readable = true, .success = true, .retry_after = {}, .rows = std::move(rows)};
}

Answer plain(int status, bool readable = true) {
  return {.status = static_cast<std::uint16_t>(status),
          .readable = readable,
          .success = false,
          .retry_after = {},
          .rows = {}};
}

TEST_CASE("a create is accepted only by its own row", "[nue][C16]") {
  CHECK(judge_send(rows({row("a")}), token) == SendResult::created);
  CHECK(judge_send(rows({row("a")}, 200), token) == SendResult::created);
  CHECK(judge_send(rows({row("a", "another")}), token) == SendResult::ambiguous);
  CHECK(judge_send(rows({row("a", "")}), token) == SendResult::ambiguous);
  CHECK(judge_send(rows({row("a"), row("b")}), token) == SendResult::ambiguous);
  CHECK(judge_send(rows({}), token) == SendResult::ambiguous);
  CHECK(judge_send(rows({row("<script>")}), token) == SendResult::ambiguous);
  CHECK(judge_send(rows({row("a", "")}), "") == SendResult::created);  // no slot: the only row is ours
}

TEST_CASE("what an outcome of a create means", "[nue][C3]") {
  for (const int status : {400, 401, 403, 404, 405, 413, 415, 422}) {
    CAPTURE(status);
    CHECK(judge_send(plain(status), token) == SendResult::refused);
    CHECK(judge_send(plain(status, false), token) == SendResult::ambiguous);  // cut, or not the API's own
  }
  CHECK(judge_send(plain(301), token) == SendResult::refused);
  CHECK(judge_send(plain(307, false), token) == SendResult::refused);
  CHECK(judge_send(plain(429), token) == SendResult::not_executed);
  for (const int status : {0, 408, 409, 425, 500, 502, 503, 504, 200, 201, 299, 418}) {
    CAPTURE(status);
    CHECK(judge_send(plain(status), token) == SendResult::ambiguous);
  }
}

TEST_CASE("who has to know of it", "[nue]") {
  for (const int status : {401, 403, 302}) CHECK(is_alarming(plain(status)));
  for (const int status : {0, 200, 400, 429, 500}) CHECK_FALSE(is_alarming(plain(status)));
  for (const int status : {0, 401, 500, 503, 200}) CHECK(is_failure(plain(status)));
  for (const int status : {400, 422, 429}) CHECK_FALSE(is_failure(plain(status)));
  CHECK_FALSE(is_failure(rows({row("a")})));
}

TEST_CASE("a search proves something only where every row carries the token", "[nue][C16]") {
  CHECK(judge_probe(rows({row("a")}, 200), token) == ProbeResult::found);
  CHECK(judge_probe(rows({row("a"), row("b")}, 200), token) == ProbeResult::found);
  CHECK(judge_probe(rows({}, 200), token) == ProbeResult::absent);
  CHECK(judge_probe(rows({row("a"), row("b", "another")}, 200), token) == ProbeResult::not_filterable);
  CHECK(judge_probe(plain(400), token) == ProbeResult::not_filterable);
  CHECK(judge_probe(rows({row("")}, 200), token) == ProbeResult::unanswered);
  for (const int status : {0, 200, 401, 404, 429, 500, 503}) {
    CAPTURE(status);
    CHECK(judge_probe(plain(status), token) == ProbeResult::unanswered);
  }
}

TEST_CASE("each row of a batch is found by its token, never by its place, and one bad row changes no other",
          "[nue][C15][C16]") {
  const std::vector<std::string> tokens{"A", "B", "C", "D", ""};
  const auto places =
      match_rows(rows({row("3", "C"), row("1", "A"), row("d1", "D"), row("d2", "D"), row("x", "")}), tokens);
  CHECK(places == std::vector<std::optional<std::size_t>>{1, std::nullopt, 0, std::nullopt, std::nullopt});
  const auto none = match_rows(plain(500), tokens);
  CHECK(none == std::vector<std::optional<std::size_t>>(5));
}

TEST_CASE("an e-mail is ours, nobody's, another customer's, or was not looked for", "[nue][C16]") {
  const std::string_view owner = token;
  CHECK(judge_lookup(rows({row("a")}, 200), owner) == ProbeResult::found);
  CHECK(judge_lookup(rows({}, 200), owner) == ProbeResult::absent);
  CHECK(judge_lookup(rows({row("a", "another")}, 200), owner) == ProbeResult::taken);
  CHECK(judge_lookup(rows({row("a"), row("b", "another")}, 200), owner) == ProbeResult::taken);
  CHECK(judge_lookup(rows({row("a", "another"), row("b", "")}, 200), owner) == ProbeResult::not_filterable);
  CHECK(judge_lookup(plain(400), owner) == ProbeResult::not_filterable);
  CHECK(judge_lookup(plain(409), owner) == ProbeResult::unanswered);
}

}  // namespace
