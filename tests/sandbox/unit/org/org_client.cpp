#include "org_client.hpp"

namespace vestibule::sandbox {

using Json = nlohmann::json;

std::string path_of(const std::string& id, const std::string& more) {
  return std::string{id.starts_with("003") ? "/sobjects/Contact/" : "/sobjects/Account/"} + id + more;
}

std::string OrgAnswer::error() const {
  return body.is_array() && !body.empty() ? body[0].at("errorCode").get<std::string>() : "";
}

std::string OrgAnswer::id() const { return body.at("id").get<std::string>(); }

OrgClient::OrgClient(OrgOptions options) { org.emplace(folder.file("org.db"), std::move(options)); }

OrgAnswer OrgClient::call(const std::string& method, const std::string& target, const Json& body,
                          const std::string& actor, std::optional<std::string> if_match) {
  const OrgResponse response =
      org->handle({method, target, std::move(if_match), actor, body.is_null() ? "" : body.dump()});
  return {response.status, response.etag.value_or(""), Json::parse(response.body, nullptr, false)};
}

std::string OrgClient::account(Json members) {
  if (!members.contains("Name")) members["Name"] = "Fjordlys";
  return call("POST", "/sobjects/Account", members).id();
}

std::string OrgClient::contact(const std::string& account_id, Json members) {
  if (!members.contains("LastName")) members["LastName"] = "Moe";
  members["AccountId"] = account_id;
  return call("POST", "/sobjects/Contact", members).id();
}

Json OrgClient::record(const std::string& id) { return get(path_of(id)).body; }

Json OrgClient::any(const std::string& id) {
  const std::string list = id.starts_with("003") ? "/sobjects/Contact" : "/sobjects/Account";
  const Json records = get(list + "?includeDeleted=true&ids=" + id).body.at("records");
  return records.empty() ? Json{} : records[0];
}

std::vector<std::string> OrgClient::events(std::int64_t after) {
  std::vector<std::string> lines;
  for (const OrgEvent& event : org->events_after(after, 1'000)) {
    std::string line = std::string{to_string(event.change)} + " " + event.object;
    for (const auto& record : event.records) line += " " + record.id + "@" + std::to_string(record.version);
    for (const auto& field : event.fields) line += " " + field;
    if (event.master) line += " -> " + *event.master;
    lines.push_back(line);
  }
  return lines;
}

void OrgClient::reopen() {
  org.reset();
  org.emplace(folder.file("org.db"));
}

}  // namespace vestibule::sandbox
