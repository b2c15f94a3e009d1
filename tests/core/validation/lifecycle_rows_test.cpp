// The rows R1 to R10 of the customer's lifecycle that a check of one record or batch decides: what create and patch take,
// what they refuse, and what no value means. For customers and contacts.
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "tests/support/sample.hpp"
#include "vestibule/catalogue/field.hpp"
#include "vestibule/limits.hpp"
#include "vestibule/validation/check_id.hpp"
#include "vestibule/validation/check_json.hpp"

namespace {

using namespace vestibule;
using catalogue::Entity;
using validation::Operation;
using validation::Strictness;

validation::Options options(Entity of, Operation operation, Strictness strictness = Strictness::api) {
  validation::Options made;
  made.of = of;
  made.operation = operation;
  made.strictness = strictness;
  return made;
}

std::string findings_of(const std::vector<Finding>& findings) {
  std::string all;
  for (const Finding& finding : findings) {
    if (finding.severity != Severity::error) continue;
    if (!all.empty()) all += ", ";
    all += finding.pointer + " " + std::string{to_string(finding.code)};
  }
  return all;
}

std::string create(Entity of, std::string_view text) {
  return findings_of(validation::check_json(text, options(of, Operation::create)).findings);
}

std::string patch(Entity of, std::string_view text) {
  return findings_of(validation::check_json(text, options(of, Operation::patch)).findings);
}

// {"name":value} for a patch, the smallest record with it for a create.
std::string with(Entity of, Operation operation, std::string_view name, std::string_view value) {
  std::string text = "{";
  if (operation == Operation::create) {
    for (const test::Member& member : test::minimal_record(of)) {
      if (member.name != name) text += '"' + member.name + "\":\"" + member.text + "\",";
    }
  }
  return text + '"' + std::string{name} + "\":" + std::string{value} + "}";
}

template <class Each>
void each_field(const Each& each) {
  for (const catalogue::FieldInfo& info : catalogue::field_table) {
    for (const Operation operation : {Operation::create, Operation::patch}) {
      CAPTURE(info.name, info.of == Entity::contact, operation == Operation::patch);
      each(info, operation);
    }
  }
}

}  // namespace

TEST_CASE("R1: a create without name or recordType fails, a contact needs four", "[rows][R1][F01][F23]") {
  CHECK(create(Entity::customer, "{}") == "/name field.required, /recordType field.required");
  CHECK(create(Entity::customer, R"({"name":"A","recordType":null})") == "/recordType field.required");
  CHECK(create(Entity::contact, "{}") ==
        "/firstName field.required, /lastName field.required, /name field.required, /email field.required");
  CHECK(patch(Entity::customer, "{}").empty());
  CHECK(patch(Entity::contact, "{}").empty());
}

TEST_CASE("R2: a recordType other than the two fails", "[rows][R2][F02]") {
  for (const std::string_view type : {"Individual", "business", "Person", "BusinessConsumer"}) {
    CAPTURE(type);
    const std::string text = R"({"name":"A","recordType":")" + std::string{type} + "\"}";
    CHECK(create(Entity::customer, text) == "/recordType enum.unknown");
    CHECK(patch(Entity::customer, R"({"recordType":")" + std::string{type} + "\"}") == "/recordType enum.unknown");
  }
}

TEST_CASE("R3, R7: what Nue sets is refused in create and patch, whatever its value", "[rows][R3][R7]") {
  each_field([](const catalogue::FieldInfo& info, Operation operation) {
    if (info.kind == catalogue::Kind::reserved) return;
    if (operation == Operation::create ? info.create : info.patch) return;
    for (const std::string_view value : {"null", "\"\"", "\"x\"", "1", "[]"}) {
      const auto result =
          validation::check_json(with(info.of, operation, info.name, value), options(info.of, operation));
      CHECK(findings_of(result.findings) == "/" + std::string{info.name} + " field.read_only");
    }
  });
  CHECK(create(Entity::customer, R"({"name":"A","recordType":"Business","id":"x","externalId":null})") ==
        "/id field.read_only, /externalId field.read_only");
}

TEST_CASE("R3: an account number is for create only, a primary contact for patch only", "[rows][R3]") {
  CHECK(create(Entity::customer, R"({"name":"A","recordType":"Business","accountNumber":"ACC-1"})").empty());
  CHECK(patch(Entity::customer, R"({"accountNumber":"ACC-1"})") == "/accountNumber field.read_only");
  const std::string contact = R"("orderPrimaryContactId":"020796fe-7c28-438c-a7fb-d7533da21cfe")";
  CHECK(patch(Entity::customer, "{" + contact + "}").empty());
  CHECK(create(Entity::customer, R"({"name":"A","recordType":"Business",)" + contact + "}") ==
        "/orderPrimaryContactId field.read_only");
}

TEST_CASE("R4: type is open and may be sent through the API, never at sign-up", "[rows][R4][A01]") {
  const std::string text = R"({"name":"A","recordType":"Business","type":"Partner"})";
  CHECK(create(Entity::customer, text).empty());
  const auto signup = options(Entity::customer, Operation::create, Strictness::signup);
  CHECK(findings_of(validation::check_json(text, signup).findings) == "/type field.forbidden");
}

TEST_CASE("R5, R6: 200 rows pass, 201, none and a single object do not", "[rows][R5][R6][B01][B02]") {
  const auto rows = [](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += R"(,{"name":"A","recordType":"Business"})";
    return "[" + text.substr(count > 0 ? 1 : 0) + "]";
  };
  const auto batch = [](std::string_view text) {
    return validation::check_batch_json(text, options(Entity::customer, Operation::create));
  };
  CHECK(batch(rows(200)).ok);
  CHECK(findings_of(batch(rows(201)).findings) == " batch.too_many");
  CHECK(batch(rows(201)).rows.empty());
  CHECK(findings_of(batch("[]").findings) == " batch.empty");
  CHECK(findings_of(batch(R"({"name":"A","recordType":"Business"})").findings) == " json.shape");
}

TEST_CASE("R8, R9: a Salesforce id of 15 and of 18 characters is the same id", "[rows][R8][R9][I02][I03]") {
  CHECK(validation::check_salesforce_id("0015f00002JUZPD", "001").value ==
        validation::check_salesforce_id("0015f00002JUZPDAA5", "001").value);
  CHECK(validation::check_salesforce_id("0015f00002JUZPc", "001").value !=
        validation::check_salesforce_id("0015f00002JUZPC", "001").value);
}

TEST_CASE("R10: a patch answers only what it was sent, null and empty texts both empty a field", "[rows][R10]") {
  each_field([](const catalogue::FieldInfo& info, Operation operation) {
    if (!(operation == Operation::create ? info.create : info.patch)) return;
    for (const std::string_view value : {"null", "\"\"", "\"  \""}) {
      if (value != "null" && (info.kind == catalogue::Kind::boolean || info.kind == catalogue::Kind::integer ||
                              info.kind == catalogue::Kind::number || info.kind == catalogue::Kind::picklist_set)) {
        continue;
      }
      const auto result =
          validation::check_json(with(info.of, operation, info.name, value), options(info.of, operation));
      const std::string pointer = "/" + std::string{info.name};
      if (info.required) {
        CHECK(findings_of(result.findings) == pointer + (value == "null" ? " field.required" : " text.blank"));
        continue;
      }
      REQUIRE(result.ok);
      const auto* answered = result.value.find(*catalogue::find_field(info.name, info.of));
      if (operation == Operation::create) {
        CHECK(answered == nullptr);
      } else {
        REQUIRE(answered != nullptr);
        CHECK(answered->kind == customer::ValueKind::null);
        CHECK(result.value.values.size() == 1);
      }
    }
  });
}

TEST_CASE("the start month is a month of the billing period", "[rows][cycle]") {
  const auto cycle = [](std::string_view period, std::string_view month) {
    return R"("billingPeriod":")" + std::string{period} + R"(","billCycleStartMonth":)" + std::string{month};
  };
  const auto of_create = [&](std::string_view period, std::string_view month) {
    return create(Entity::customer, R"({"name":"A","recordType":"Business",)" + cycle(period, month) + "}");
  };
  const std::string refused = "/billCycleStartMonth cycle.start_month";
  CHECK(of_create("Monthly", "1").empty());
  CHECK(of_create("Monthly", "2") == refused);
  CHECK(of_create("Quarterly", "\"3\"").empty());
  CHECK(of_create("Quarterly", "\"4\"") == refused);
  CHECK(of_create("Semi-Annual", "6").empty());
  CHECK(of_create("Semi-Annual", "\" 7 \"") == refused);
  CHECK(of_create("Annual", "12").empty());
  CHECK(of_create("Same as Subscription Term", "12").empty());
  CHECK(of_create("Quarterly", "13") == "/billCycleStartMonth number.range");
  CHECK(of_create("Weekly", "4") == "/billingPeriod enum.unknown");
  CHECK(patch(Entity::customer, "{" + cycle("Quarterly", "4") + "}") == refused);
  CHECK(patch(Entity::customer, R"({"billCycleStartMonth":4})").empty());  // nobody knows the period here
  CHECK(patch(Entity::customer, R"({"billingPeriod":"Quarterly"})").empty());
  CHECK(patch(Entity::customer, R"({"billingPeriod":null,"billCycleStartMonth":4})").empty());
  const auto result =
      validation::check_json("{" + cycle("Quarterly", "4") + "}", options(Entity::customer, Operation::patch));
  REQUIRE(result.findings.size() == 1);
  CHECK(result.findings[0].params == std::vector<std::string>{"Quarterly", "3"});
}

TEST_CASE("payment methods are a set of listed values", "[rows][picklist]") {
  const auto methods = [](std::string_view list) {
    return create(Entity::customer,
                  R"({"name":"A","recordType":"Business","paymentMethods":)" + std::string{list} + "}");
  };
  CHECK(methods(R"(["ACH","Wire Transfer"])").empty());
  CHECK(methods("[]").empty());
  CHECK(methods(R"(["ACH","ACH"])") == "/paymentMethods enum.duplicate");
  CHECK(methods(R"(["ach"])") == "/paymentMethods enum.unknown");
  CHECK(methods(R"(["ACH",1])") == "/paymentMethods field.type");
  CHECK(methods(R"("ACH")") == "/paymentMethods field.type");
}
