// The bytes of an atlas: the first byte picks a section, the rest is what stands in it. Nothing is promised of a damaged
// one but answers, within bounds of time and memory, and that they do not depend on when its plans are unpacked.
#include <string>

#include "oracle.hpp"
#include "vestibule/atlas/address_formats.hpp"
#include "vestibule/atlas/atlas.hpp"
#include "vestibule/atlas/countries.hpp"
#include "vestibule/atlas/phone_plans.hpp"
#include "vestibule/checks/email_typo.hpp"
#include "vestibule/checks/phone_number.hpp"
#include "vestibule/checks/phone_typing.hpp"

namespace {

using namespace vestibule;

std::string u32(std::size_t value) {
  std::string bytes;
  for (unsigned shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>(value >> shift & 0xFF));
  return bytes;
}

std::string atlas_with(std::string_view tag, std::string_view section) {
  std::string bytes = "VATL" + u32(atlas::version) + u32(1);
  return bytes.append(tag) + u32(24) + u32(section.size()) + std::string{section};
}

std::string ask_phones(const atlas::PhonePlans& plans) {
  std::string answers;
  for (const std::string_view country : {"US", "GB", "AR", "AC"}) {
    std::string out;
    for (const std::string_view digits : {"+14155552671", "+24740123", "020 7946 0018", "011 15 2345 6789"}) {
      const auto number = checks::read_phone(digits, plans, country);
      if (number) checks::append_international(number.value(), plans, out);
      out += checks::format_typed_phone(digits, 3, plans, country).text;
    }
    checks::PhoneNumber example;
    if (checks::example_phone(plans, country, example)) checks::append_national(example, plans, out);
    fuzz::require(out.size() < 10'000, "a number is no book");
    answers += out;
  }
  return answers;
}

void ask_addresses(const atlas::AddressFormats& formats) {
  for (const std::string_view country : {"US", "JP", "ZZ"}) {
    const auto format = formats.find(country);
    if (!format) continue;
    static_cast<void>(format->layout(true));
    static_cast<void>(formats.postal_example(country));
    for (std::size_t i = 0; i < format->areas.size(); ++i) {
      const std::string name = format->areas.label(i, true);
      static_cast<void>(format->areas.find(name, country));
      static_cast<void>(format->areas.may_have(i, "12345"));
    }
  }
  static_cast<void>(atlas::find_country(formats, "Deutschland"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view input = fuzz::view_of(data, size);
  switch (fuzz::take_byte(input) % 3) {
    case 0: {
      const std::string bytes = atlas_with("PHON", input);
      const auto opened = atlas::Atlas::open(bytes);
      const auto later = atlas::Atlas::open(bytes, atlas::Unpack::as_needed);
      const std::string answers = later ? ask_phones(later.value().phones()) : std::string{};
      if (!opened) break;
      fuzz::require(later.ok(), "what opens at once opens");
      fuzz::require(answers == ask_phones(opened.value().phones()), "plans are the same whenever they are unpacked");
      break;
    }
    case 1: ask_addresses(atlas::AddressFormats{input}); break;
    default: static_cast<void>(checks::suggest_mail_domain("gmial.com", input));
  }
  return 0;
}
