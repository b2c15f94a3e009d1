// The country of an address that does not name it. Internal to address.
#pragma once

#include <string>
#include <string_view>

#include "vestibule/atlas/address_formats.hpp"

namespace vestibule::address {

// The one country whose way of writing the block follows; "" when none or several do.
[[nodiscard]] std::string infer_country(const atlas::AddressFormats& formats, std::string_view block);

}  // namespace vestibule::address
