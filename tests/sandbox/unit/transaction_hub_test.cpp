#include "transaction_hub.hpp"

#include "temporary.hpp"
#include "tests/support/catch.hpp"

using namespace vestibule::sandbox;

namespace {

const std::string id = "0b6d1a5e-7c1f-4c1e-9a53-1d2c3b4a5f60";

std::string row(const std::string& external_id, const std::string& nue_id = id) {
  return R"({"transactiontype":"Customer","nueid":")" + nue_id + R"(","externalsystem":"QuickBooks",)" +
         R"("externalsystemid":"q1","externalid":")" + external_id + "\"}";
}

HubUpload read(const std::string& body) { return std::get<HubUpload>(read_hub_upload(body)); }

}  // namespace

TEST_CASE("an upload takes member names in any case, and keeps what is wrong apart", "[hub]") {
  const HubUpload upload = read('[' + row("1") + R"(,{"nueId":"x"},7,)" + row("2", "no-id") + ']');
  REQUIRE(upload.records.size() == 1);
  CHECK(upload.records.at(0).text("transactionType") == "customer");
  CHECK(upload.records.at(0).text("direction") == "inbound");
  CHECK(upload.errors == std::vector<std::string>{"[1].transactiontype: is required", "[2]: expected an object",
                                                  "[3].nueid: is not a valid id"});
}

TEST_CASE("an upload is an array of 1 to 5000 records", "[hub]") {
  for (const char* body : {"{}", "[]", "[", "7"}) CHECK(read_hub_upload(body).index() == 1);
  std::string many = "[7";
  for (int i = 1; i < 5'000; ++i) many += ",7";
  CHECK(read(many + ']').errors.size() == 5'000);
  CHECK(read_hub_upload(many + ",7]").index() == 1);
}

TEST_CASE("a second upload for the same record and system takes the first one's place", "[hub]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  for (const char* external_id : {"1", "2"}) {
    const auto job = write_and_wait<std::variant<Values>>(store, [&](Repositories& all) {
      return std::variant<Values>{store_hub_upload(all, read('[' + row(external_id) + ",7]"), 0)};
    });
    CHECK(std::get<0>(job).number("succeeded") == 1);
    CHECK(std::get<0>(job).number("failed") == 1);
  }
  store.read([&](Repositories& reading) {
    const auto rows = reading.hub_records.all_by("nueId", id);
    REQUIRE(rows.size() == 1);
    CHECK(rows.at(0).text("externalId") == "2");
  });
}

TEST_CASE("a record goes to the payment system once", "[hub]") {
  const TemporaryFolder folder;
  Store store{folder.file("nue.db")};
  for (int i = 0; i < 2; ++i) {
    static_cast<void>(write_and_wait<std::variant<int>>(store, [&](Repositories& all) {
      map_to_payment_system(all, "customer", id, 0);
      return std::variant<int>{0};
    }));
  }
  CHECK(store.read([&](Repositories& reading) { return reading.hub_records.all_by("nueId", id).size(); }) == 1);
}
