# Steps of long work; the core names the step.

job-step-verify-ledger = Checking entries, hashes and signatures
job-step-verify-rows = Comparing every stored row with the trail
job-step-verify-blobs = Checking attached files
job-step-read = Reading the file
job-step-collect = Collecting
job-step-lay-out = Laying out pages
job-step-write = Writing the file
job-step-sample = Making the sample organisation
job-step-check = Checking the rows
job-step-import = Writing the systems
