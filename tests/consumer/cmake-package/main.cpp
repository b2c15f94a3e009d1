// Checks one customer with the country facts of the release, and says why a second one is refused.
#include <iostream>
#include <string>
#include <vestibule/atlas/builtin.hpp>
#include <vestibule/catalogue/explanation.hpp>
#include <vestibule/vestibule.hpp>

int main() {
  using namespace vestibule;
  validation::Options options;
  options.atlas = &atlas::builtin();

  const auto accepted = validation::check_json(R"({"name": " Acme  Ltd ", "recordType": "business"})", options);
  std::string text;
  if (accepted.ok) customer::append_json(text, accepted.value);
  std::cout << text << '\n';

  const auto refused = validation::check_json(R"({"name": "Acme", "recordType": "Business", "email": "x"})", options);
  for (const Finding& finding : refused.findings) {
    std::cout << finding.pointer << ' ' << to_string(finding.code) << ": " << catalogue::explanation(finding.code).fix
              << '\n';
  }
}
