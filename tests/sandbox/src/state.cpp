#include "state.hpp"

#include <nlohmann/json.hpp>

#include "http_limits.hpp"
#include "org/storage.hpp"
#include "org/tables.hpp"
#include "table_text.hpp"
#include "vestibule/json/scan.hpp"

namespace vestibule::sandbox {
namespace {

using nlohmann::json;

constexpr std::string_view form = "vestibule-sandbox";
constexpr int version = 1;

std::string form_problem(const json& document) {
  if (!document.is_object() || document.value("form", json{}) != form) return "not the state of a sandbox";
  if (document.value("v", json{}) != version) {
    return "the state has another version than " + std::to_string(version) + ", the one this sandbox knows";
  }
  for (const auto& [member, value] : document.items()) {
    if (member != "form" && member != "v" && member != "nue" && member != "org") return "has an unknown member";
  }
  return document.contains("nue") && document.contains("org") ? "" : "nue and org are required";
}

// Replaces both databases, the org's last.
std::string replace_both(const StateFiles& files, const json& nue_tables, const json& org_tables) {
  Database org_database{files.org};
  org::Transaction in_org{org_database, true};
  if (std::string problem = replace_tables(org_database, org_tables); !problem.empty()) return "org: " + problem;
  Database nue{files.nue};
  {
    org::Transaction in_nue{nue, true};
    if (std::string problem = replace_tables(nue, nue_tables); !problem.empty()) return "nue: " + problem;
    const std::string pending = org_tables.dump();
    Statement leave{nue, "INSERT INTO pending_org (tables) VALUES (?)"};
    leave.bind(1, std::string_view{pending});
    leave.run();
    in_nue.commit();
  }
  in_org.commit();
  nue.execute("DELETE FROM pending_org");
  return {};
}

}  // namespace

void prepare_import(Database& nue) { nue.execute("CREATE TABLE IF NOT EXISTS pending_org (tables TEXT NOT NULL)"); }

std::string export_state(const StateFiles& files) {
  std::string text = "{\"form\":\"" + std::string{form} + "\",\"v\":" + std::to_string(version) + ",\"nue\":";
  {
    Database nue{files.nue};
    const ReadTransaction transaction{nue};
    text += tables_text(nue);
  }
  Database org_database{files.org};
  const ReadTransaction transaction{org_database};
  return text + ",\"org\":" + tables_text(org_database) + '}';
}

std::string import_state(const StateFiles& files, std::string_view text, const std::function<void()>& pause) {
  if (vestibule::json::scan(text, limits::state_max_bytes)) return "is not JSON in UTF-8";
  const json document = json::parse(text, nullptr, false);
  if (std::string problem = form_problem(document); !problem.empty()) return problem;
  pause();
  return replace_both(files, document["nue"], document["org"]);
}

void reset_state(const StateFiles& files) { static_cast<void>(replace_both(files, json::object(), json::object())); }

void finish_import(const StateFiles& files) {
  Database nue{files.nue};
  std::string tables;
  {
    Statement read{nue, "SELECT tables FROM pending_org"};
    if (!read.step()) return;
    tables = read.text(0).value_or("");
  }
  Database org_database{files.org};
  org::prepare_tables(org_database);
  org::Transaction in_org{org_database, true};
  if (!replace_tables(org_database, json::parse(tables, nullptr, false)).empty()) {
    throw StoreError{"an import that was begun cannot be finished"};
  }
  in_org.commit();
  nue.execute("DELETE FROM pending_org");
}

}  // namespace vestibule::sandbox
