#include "hub_routes.hpp"

#include "transaction_hub.hpp"

namespace vestibule::sandbox {
namespace {

Response job_answer(unsigned status, const Values& job) {
  std::string text;
  append_object(text, job, ",\"jobId\":\"" + job.text("id") + '"');
  return success(status, text);
}

}  // namespace

Response read_hub_data(Repositories& repositories, const Call& call) {
  if (!call.parameters.empty()) return no_parameters();
  const auto customer = find_named(repositories.customers, call.ids[0]);
  if (!customer) return failure(problem_of(Refusal::Reason::customer_not_found, ""));
  std::vector<Values> rows = repositories.hub_records.all_by("nueId", customer->text("id"));
  std::erase_if(rows, [](const Values& row) { return row.text("transactionType") != "customer"; });
  return success(200, array_of(rows));
}

void post_hub_upload(Store& store, const Call&, std::string_view body, const Answer& answer) {
  auto read = read_hub_upload(body);
  if (const auto* problem = std::get_if<Problem>(&read)) return answer(failure(*problem));
  write(
      store,
      [upload = std::get<HubUpload>(std::move(read))](Repositories& repositories, Response& response) {
        response = job_answer(202, store_hub_upload(repositories, upload, now()));
        return true;
      },
      answer);
}

Response read_hub_job(Repositories& repositories, const Call& call) {
  if (!call.parameters.empty()) return no_parameters();
  const auto job = repositories.hub_jobs.find(call.ids[0]);
  return job ? job_answer(200, *job) : failure(404, "JOB_NOT_FOUND", "there is no such job");
}

}  // namespace vestibule::sandbox
