/// A profile as forms need it: every field that can be sent, with what the tenant asks of it.
/// Depends on: profile/profile, json/write.
#pragma once

#include <string>

#include "vestibule/profile/profile.hpp"

namespace vestibule::profile {

/// Appends {"recordTypes":[{"value","label","extends"}],"fields":{"customer":[...],"contact":[...]},"defaultType",
/// "countryOnWire"}. A field has "name", "kind", "custom", "required" (true, false, or the record types that ask for it)
/// and "signup" (whether a person may set it), and where they mean something "label", "recordTypes", "min", "max",
/// "values" and "open", "pattern", "scheme", "autocomplete". Cost: linear.
void append_json(std::string& out, const Profile& profile);

}  // namespace vestibule::profile
