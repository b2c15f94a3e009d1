/// The members and shapes of an answer that the sources spell in two ways, put as the settings have them.
/// Depends on: envelope, settings.
#pragma once

#include <string_view>

#include "envelope.hpp"
#include "settings.hpp"

namespace vestibule::sandbox {

struct Presentation {
  bool bare_modified = false;  ///< `modifiedDate`
  bool last_modified = true;   ///< `lastModifiedDate`
  bool one_as_object = false;  ///< `data` of one record is no array
  bool order_active = false;   ///< the status of an activated order
  bool errors_lower = false;   ///< the literals of a refusal
};

[[nodiscard]] Presentation presentation_of(Settings& settings);

/// Changes the body. `route_name` says whether the route answers one record: its path ends in an id.
void present(Response& response, std::string_view route_name, const Presentation& presentation);

}  // namespace vestibule::sandbox
