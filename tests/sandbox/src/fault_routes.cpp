#include "fault_routes.hpp"

#include "body.hpp"

namespace vestibule::sandbox {
namespace {

constexpr std::size_t faults_max = 100;

}  // namespace

Response read_faults(Repositories& repositories, const Call& call) {
  return call.parameters.empty() ? success(200, repositories.faults.list()) : no_parameters();
}

void post_faults(Store& store, const Call&, std::string_view body, const Answer& answer) {
  Problems problems;
  const auto json = read_body(body, problems);
  if (!json) return answer(failure(problems.problem()));
  ObjectReader reader{*json, "", problems};
  std::vector<Fault> faults;
  for (ObjectReader& element : reader.objects("faults", Need::optional, faults_max)) {
    faults.push_back(read_fault(element));
    element.finish();
  }
  reader.finish();
  if (!problems.empty()) return answer(failure(problems.problem()));
  write(
      store,
      [faults = std::move(faults)](Repositories& repositories, Response& response) {
        repositories.faults.replace(faults);
        response = success(200, repositories.faults.list());
        return true;
      },
      answer);
}

}  // namespace vestibule::sandbox
