// Ids, any bytes: canonical forms are their own canonical form, and survive the loss of their capitals.
#include <string>

#include "oracle.hpp"
#include "vestibule/ids/salesforce_id.hpp"
#include "vestibule/text/ascii.hpp"
#include "vestibule/validation/check_id.hpp"

namespace {

using namespace vestibule;

void require_consistent(const validation::IdResult& result) {
  fuzz::require(result.ok == !result.value.empty(), "an accepted id has a value, a refused one none");
  fuzz::require(result.ok || result.findings.size() == 1, "a refused id has one finding");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::view_of(data, size);

  const validation::IdResult uuid = validation::check_uuid(input);
  require_consistent(uuid);
  if (uuid.ok) fuzz::require(validation::check_uuid(uuid.value) == uuid, "a canonical UUID is its own");

  const validation::IdResult any = validation::check_salesforce_id(input, "");
  const validation::IdResult account = validation::check_salesforce_id(input, ids::account_prefix);
  require_consistent(any);
  require_consistent(account);
  fuzz::require(account.ok == (any.ok && any.value.starts_with(ids::account_prefix)),
                "a prefix restricts and does no more");
  if (!any.ok) return 0;
  const validation::IdResult again = validation::check_salesforce_id(any.value, "");
  fuzz::require(again.value == any.value && again.findings.empty(), "a canonical id is its own");
  std::string lower = any.value;
  for (char& c : lower) c = text::to_lower(c);
  fuzz::require(validation::check_salesforce_id(lower, "").value == any.value, "18 characters carry their capitals");
  return 0;
}
