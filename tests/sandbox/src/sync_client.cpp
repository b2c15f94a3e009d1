#include "sync_client.hpp"

#include <charconv>

namespace vestibule::sandbox {
namespace {

std::string path(std::string_view object, std::string_view rest) {
  return std::string{"/sobjects/"}.append(object).append(rest.empty() ? "" : "/").append(rest);
}

SyncAnswer::Kind kind_of(int status) {
  if (status >= 200 && status < 300) return SyncAnswer::Kind::done;
  if (status == 412) return SyncAnswer::Kind::changed;
  if (status == 404) return SyncAnswer::Kind::gone;
  return status >= 400 && status < 500 ? SyncAnswer::Kind::refused : SyncAnswer::Kind::unreachable;
}

}  // namespace

SyncAnswer SyncClient::ask(std::string_view step, std::string_view object, OrgRequest request) {
  using Trouble = SyncTroubles::Trouble;
  const Trouble trouble = troubles_.before(step, object);
  if (trouble == Trouble::transient) return {.kind = SyncAnswer::Kind::unreachable};
  if (trouble == Trouble::permanent) return {.kind = SyncAnswer::Kind::refused};
  request.actor = "sync";
  org_.restrict_picklists(troubles_.restricts_picklists());
  const OrgResponse response = org_.handle(request);
  if (trouble == Trouble::lost) return {.kind = SyncAnswer::Kind::unreachable};
  SyncAnswer answer;
  answer.kind = kind_of(response.status);
  if (!response.body.empty()) answer.body = nlohmann::json::parse(response.body, nullptr, false);
  if (response.etag && response.etag->size() > 2) {
    std::from_chars(response.etag->data() + 1, response.etag->data() + response.etag->size() - 1, answer.version);
  }
  if (answer.body.is_array() && !answer.body.empty() && answer.body[0].is_object()) {
    answer.error = answer.body[0].value("errorCode", "");
  }
  return answer;
}

SyncAnswer SyncClient::read(std::string_view object, std::string_view id) {
  return ask("read_org", object, {.method = "GET", .target = path(object, id)});
}

SyncAnswer SyncClient::list(std::string_view object, std::string_view query) {
  return ask("list", object, {.method = "GET", .target = path(object, "").append("?").append(query)});
}

SyncAnswer SyncClient::read_by_key(std::string_view object, std::string_view key) {
  return ask("find", object, {.method = "GET", .target = path(object, "Nue_Id__c/" + std::string{key})});
}

SyncAnswer SyncClient::create(std::string_view object, const nlohmann::json& record) {
  return ask("create", object, {.method = "POST", .target = path(object, ""), .body = record.dump()});
}

SyncAnswer SyncClient::change(std::string_view object, std::string_view id, const nlohmann::json& changes,
                              std::uint64_t version) {
  return ask("write_org", object,
             {.method = "PATCH",
              .target = path(object, id),
              .if_match = '"' + std::to_string(version) + '"',
              .body = changes.dump()});
}

}  // namespace vestibule::sandbox
