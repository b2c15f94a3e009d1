#include "transaction_hub.hpp"

#include <algorithm>

#include "body.hpp"
#include "order_tables.hpp"
#include "random_id.hpp"
#include "text.hpp"
#include "vestibule/ids/uuid.hpp"
#include "vestibule/json/write.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::size_t records_max = 5'000;
constexpr std::size_t text_max_bytes = 255;

constexpr std::string_view types[] = {"customer",    "order",      "product",        "orderproduct", "invoice",
                                      "invoiceitem", "creditmemo", "creditmemoitem", "debitmemo",    "debitmemoitem"};

struct MemberRow {
  std::string_view name;
  bool required;
};

constexpr MemberRow members[] = {
    {"transactionType", true}, {"nueId", true},      {"externalSystem", true}, {"externalSystemId", true},
    {"externalId", true},      {"direction", false}, {"description", false},
};

std::string lower(std::string_view text) {
  std::string result{text};
  std::ranges::transform(result, result.begin(), to_lower);
  return result;
}

std::string mapping_key(const Values& record) {
  return record.text("transactionType") + '|' + record.text("nueId") + '|' + record.text("externalSystem");
}

// Brings the members into their canonical form, or says in a sentence why that cannot be.
std::string judge(Values& record) {
  for (const MemberRow& member : members) {
    if (member.required && !record[member.name]) return lower(member.name) + ": is required";
  }
  record["transactionType"] = lower(record.text("transactionType"));
  if (std::ranges::find(types, record.text("transactionType")) == std::end(types)) return "transactiontype: unknown";
  const auto id = ids::parse_uuid(record.text("nueId"));
  if (!id.ok()) return "nueid: is not a valid id";
  record["nueId"] = ids::to_string(id.value());
  const std::string direction = lower(record["direction"].value_or("inbound"));
  if (direction != "inbound" && direction != "outbound") return "direction: expected inbound or outbound";
  record["direction"] = direction;
  return {};
}

std::string read_record(const nlohmann::json& row, Values& record) {
  for (const auto& member : row.items()) {
    const auto found = std::ranges::find_if(
        members, [&](const MemberRow& known) { return equals_ignoring_case(known.name, member.key()); });
    if (found == std::end(members)) return member.key() + ": unknown field";
    if (member.value().is_null()) continue;
    if (!member.value().is_string()) return lower(found->name) + ": expected a text";
    const auto& text = member.value().get_ref<const std::string&>();
    if (text.size() > text_max_bytes) return lower(found->name) + ": is longer than 255 bytes";
    if (!text.empty()) record[found->name] = text;
  }
  return judge(record);
}

void store_record(Repositories& repositories, Values record, Milliseconds time) {
  record["mappingKey"] = mapping_key(record);
  record["status"] = "Success";
  auto earlier = repositories.hub_records.find_by("mappingKey", record.text("mappingKey"));
  if (!earlier) return repositories.hub_records.insert(record, time);
  Changes changes;
  for (const MemberRow& member : members) {
    changes.push_back({record.table().place(member.name), record[member.name]});
  }
  repositories.hub_records.update(*earlier, std::move(changes), time);
}

}  // namespace

void map_to_payment_system(Repositories& repositories, std::string_view type, const std::string& nue_id,
                           Milliseconds time) {
  Values record{hub_records_table()};
  record["transactionType"] = type;
  record["nueId"] = nue_id;
  record["externalSystem"] = "Stripe";
  if (repositories.hub_records.has("mappingKey", mapping_key(record))) return;
  record["externalSystemId"] = "acct_sandbox";
  record["externalId"] = std::string{type} + '_' + random_uuid().substr(0, 8);
  record["direction"] = "outbound";
  store_record(repositories, std::move(record), time);
}

std::variant<HubUpload, Problem> read_hub_upload(std::string_view body) {
  Problems problems;
  const auto json = read_body(body, problems);
  if (!json) return problems.problem();
  if (!json->is_array() || json->empty() || json->size() > records_max) {
    problems.add("", "expected an array of 1 to 5000 records");
    return problems.problem();
  }
  HubUpload upload;
  for (std::size_t i = 0; i < json->size(); ++i) {
    Values record{hub_records_table()};
    const std::string place = '[' + std::to_string(i) + ']';
    if (!(*json)[i].is_object()) {
      upload.errors.push_back(place + ": expected an object");
      continue;
    }
    const std::string problem = read_record((*json)[i], record);
    if (problem.empty()) {
      upload.records.push_back(std::move(record));
    } else {
      upload.errors.push_back(place + '.' + problem);
    }
  }
  return upload;
}

Values store_hub_upload(Repositories& repositories, HubUpload upload, Milliseconds time) {
  Values job{hub_jobs_table()};
  const auto succeeded = static_cast<std::int64_t>(upload.records.size());
  const auto failed = static_cast<std::int64_t>(upload.errors.size());
  job["status"] = "Completed";
  job.set("total", succeeded + failed);
  job.set("succeeded", succeeded);
  job.set("failed", failed);
  std::string errors = "[";
  for (const std::string& error : upload.errors) {
    if (errors.size() > 1) errors += ',';
    json::append_string(errors, error);
  }
  job["errors"] = errors + ']';
  for (Values& record : upload.records) store_record(repositories, std::move(record), time);
  repositories.hub_jobs.insert(job, time);
  return job;
}

}  // namespace vestibule::sandbox
