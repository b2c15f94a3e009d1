#include "route.hpp"

#include <memory>

namespace vestibule::sandbox {

void write(Store& store, std::function<bool(Repositories&, Response&)> work, const Answer& answer) {
  auto response = std::make_shared<Response>();
  store.write({[work = std::move(work), response](Repositories& repositories) { return work(repositories, *response); },
               [response, answer](bool done) {
                 answer(done ? std::move(*response) : failure(500, "STORE_FAILED", "the change could not be stored"));
               }});
}

Response no_parameters() { return failure(400, "INVALID_PARAMETER", "this path takes no parameters"); }

}  // namespace vestibule::sandbox
