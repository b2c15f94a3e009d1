// Brings ids from an export into one form. Uses a part of the library; the linker takes no more.
#include <iostream>
#include <vestibule/ids/salesforce_id.hpp>
#include <vestibule/ids/uuid.hpp>

int main() {
  const auto account = vestibule::ids::parse_salesforce_id("0015f00002JUZPD");
  const auto customer = vestibule::ids::parse_uuid("F81D4FAE-7DEC-41D0-A765-00A0C91E6BF6");
  if (!account || !customer) return 1;
  std::cout << account.value().id.text() << ' ' << vestibule::ids::to_string(customer.value()) << '\n';
}
