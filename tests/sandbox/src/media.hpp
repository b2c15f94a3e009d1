/// Whether a body says it is JSON in UTF-8, sent as it is.
/// Depends on: head.
#pragma once

#include "head.hpp"

namespace vestibule::sandbox {

/// Errors  415: no Content-Type, another type, a charset that is not utf-8, any Content-Encoding but identity
/// Source  RFC 9110 sections 8.3, 8.4; RFC 8259 section 8.1
[[nodiscard]] HttpProblem check_media(const Head& head);

}  // namespace vestibule::sandbox
