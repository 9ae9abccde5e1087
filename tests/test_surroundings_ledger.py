"""The catalogue of differences, row by row: settings (section 3), errors (4), helpers and logging (22), doubles (25).

Each row, and each thing that a row names, is shown by a test: a case, a test function, a program that runs on both
libraries, an option of boto.cfg with its fate. What asks nothing of the tool says why.
"""

from __future__ import annotations

import ast
import functools
from pathlib import Path

import pytest

from codemods.botoconfig.options import Fate, find_option

TESTS = Path(__file__).parent
BOTOCONFIG = "botoconfig/test_botoconfig.py"
CONFIG_ROWS = "catalog/test_surround_config_rows.py"
UTILS = "emitted/test_emitted_utils.py"
METADATA = "emitted/test_emitted_metadata.py"
ERRORS = "emitted/test_errors.py"
ROWS = "catalog/test_surround_rows.py"
BOTH = "test_both_sides.py::test_program"
LEFT = "test_said_around.py::test_what_is_left_is_marked"
NEEDS_NOTHING = "needs nothing: "

OPTIONS = {
    "Credentials": {
        "Credentials": ("aws_access_key_id aws_secret_access_key aws_security_token", Fate.CARRIED),
        "profile x": ("aws_access_key_id aws_secret_access_key", Fate.CARRIED),
    },
    "keyring": {"Credentials": ("keyring", Fate.LOST)},
    "sections of Pyami": dict.fromkeys(("Instance", "User", "Pyami"), ("anything", Fate.LOST)),
    "debug": {"Boto": ("debug", Fate.LOST)},
    "is_secure": {"Boto": ("is_secure", Fate.CARRIED)},
    "retries": {"Boto": ("num_retries", Fate.CARRIED)},
    "delay": {"Boto": ("max_retry_delay", Fate.LOST)},
    "timeout": {"Boto": ("http_socket_timeout", Fate.CARRIED)},
    "proxy": {"Boto": ("proxy proxy_port proxy_user proxy_pass", Fate.CARRIED)},
    "certificates": {"Boto": ("ca_certificates_file", Fate.CARRIED)},
    "verification": {"Boto": ("https_validate_certificates", Fate.LOST)},
    "transport": {"Boto": ("connection_stale_duration send_crlf_after_proxy_auth_headers", Fate.NEEDLESS)},
    "buffer": {"Boto": ("key_buffer_size", Fate.LOST)},
    "metadata": {"Boto": ("metadata_service_timeout metadata_service_num_attempts", Fate.CARRIED)},
    "regions": {"Boto": ("ec2_region_name ec2_region_endpoint elb_region_name sqs_region_name", Fate.CARRIED)},
    "versions": {"Boto": ("ec2_version elb_version", Fate.NEEDLESS)},
    "endpoints": {"Boto": ("endpoints_path use_endpoint_heuristics", Fate.NEEDLESS)},
    "S3": {"s3": ("host calling_format", Fate.CARRIED)},
    "S3, needless": {"s3": ("no_sign_request use-sigv4", Fate.NEEDLESS)},
    "EC2": {"ec2": ("use-sigv4", Fate.NEEDLESS)},
    "S3's host": {"Credentials": ("s3_host s3_port s3_host_header", Fate.CARRIED)},
    "loggers": dict.fromkeys(("loggers", "handlers", "formatters", "logger_root"), ("anything", Fate.LOST)),
}
"""The options that section 3 names, and what `boto3ify config` says becomes of them."""

SETTINGS = {
    "[Credentials]": (
        f"{BOTOCONFIG}::test_botocore_understands_what_goes_into_the_files",
        f"{BOTOCONFIG}::test_secrets_are_never_printed",
        f"{BOTOCONFIG}::test_every_line_says_where_it_came_from",
    ),
    "[profile x]": (f"{BOTOCONFIG}::test_botocore_understands_what_goes_into_the_files",),
    "AWS_CREDENTIAL_FILE": (f"{UTILS}::test_the_files_of_boto_config",),
    "BOTO_PATH, #import, working_dir": (
        f"{UTILS}::test_the_files_of_boto_config",
        f"{BOTOCONFIG}::test_imported_files_come_first_and_say_when_boto_2_ignored_them",
        f"{BOTOCONFIG}::test_defaults_stand_in_every_section",
        "test_said_around.py::test_variables_that_name_files_of_boto_2",
        f"{BOTH} settings",
    ),
    "debug": (LEFT, "cases/connections/c21_debug.py"),
    "is_secure": (f"{BOTOCONFIG}::test_client_arguments", "cases/connections/c08_is_secure.py"),
    "num_retries, max_retry_delay": (
        "cases/around/config_settings.py",
        "cases/around/config_settings_read.py",
        "cases/around/config_settings_by_name.py",
        "cases/around/config_settings_varied.py",
        "test_around.py::test_settings_made_in_code_reach_every_config",
        "test_around.py::test_settings_that_disagree_are_left_to_a_person",
        "cases/connections/c25_retries_and_timeouts.py",
    ),
    "http_socket_timeout": (
        "cases/around/config_settings.py",
        f"{BOTOCONFIG}::test_config_arguments_are_arguments_of_config",
    ),
    "proxy": (
        "cases/connections/c17_proxy.py",
        f"{BOTOCONFIG}::test_a_proxy_that_is_a_url_is_taken_apart_and_its_password_not_shown",
        f"{CONFIG_ROWS}::test_a_secret_set_in_code_is_not_repeated",
    ),
    "certificates": ("cases/connections/c18_certificates.py", "cases/connections/certificates_setting.py"),
    "connection_stale_duration": (f"{BOTOCONFIG}::test_every_option_that_boto_2_reads_has_a_row",),
    "key_buffer_size": (f"{CONFIG_ROWS}::test_a_setting_of_boto_2s_own_is_flagged_with_its_counterpart",),
    "metadata_service": (f"{BOTOCONFIG}::test_botocore_understands_what_goes_into_the_files", LEFT),
    "region_name, region_endpoint": (f"{BOTOCONFIG}::test_client_arguments", f"{BOTOCONFIG}::test_region_of_host"),
    "version": (f"{BOTOCONFIG}::test_what_is_not_needed_does_not_make_the_answer_incomplete",),
    "endpoints": (
        "test_said_around.py::test_variables_that_name_files_of_boto_2",
        "test_said_around.py::test_a_switch_for_endpoints_goes",
    ),
    "[s3]": ("cases/around/signature_switches.py", "cases/connections/c27_sigv4_switch.py"),
    "[ec2]": ("cases/around/signature_switches.py",),
    "s3_host": (f"{BOTOCONFIG}::test_every_option_that_boto_2_reads_has_a_row",),
    "[loggers]": (
        f"{UTILS}::test_init_logging",
        f"{BOTOCONFIG}::test_what_has_no_counterpart_is_said_in_a_sentence",
        "test_around.py::test_the_report_says_once_where_credentials_and_certificates_come_from",
    ),
    "AWS_PROFILE and keys": (
        "cases/connections/c14_profile.py",
        "cases/connections/c16_environment_changes.py",
        "cases/connections/c12_session_token.py",
    ),
    "boto.config": (
        f"{BOTH} settings",
        f"{CONFIG_ROWS}::test_reads",
        f"{CONFIG_ROWS}::test_the_programs_own_settings_stay",
        "cases/around/config_object.py",
        "cases/shape/inherits_from_config.py",
        f"{UTILS}::test_saving_an_option",
    ),
}
"""Section 3, in its order."""

OF_ERRORS = {
    "E1": ("cases/errors/siblings.py", f"{ERRORS}::test_clauses_that_look_at_the_error"),
    "E2": ("cases/errors/attributes.py",),
    "E3": (f"{ERRORS}::test_errors_of_head_requests_have_boto_2_s_codes", "behaviour/programs/s3_error_codes"),
    "E4": ("cases/errors/numbers_of_codes.py",),
    "E5": ("cases/errors/attributes.py", "cases/errors/broad.py"),
    "E6": (
        "cases/errors/attributes.py",
        "cases/errors/attributes_ec2.py",
        f"{ERRORS}::test_an_error_made_by_the_program_tells_what_boto_2_told",
    ),
    "E7": ("cases/errors/attributes_ec2.py", "cases/errors/names_and_texts.py"),
    "E8": ("test_said_around.py::test_the_report_says_once_what_handlers_catch_besides",),
    "E9": (
        "cases/errors/no_credentials.py",
        f"{ERRORS}::test_credentials_are_looked_for_at_once",
        f"{BOTH} credentials",
    ),
    "E10": ("cases/errors/client_errors.py", "cases/errors/clauses_after_client_errors.py"),
    "E11": ("cases/errors/create_error.py", f"{ERRORS}::test_clauses_that_look_at_the_error"),
    "E12": ("cases/errors/others.py", f"{ERRORS}::test_clauses_that_look_at_the_error"),
    "E13": ("cases/errors/others.py",),
    "E14": ("emitted/test_s3_writing.py::test_an_upload_to_a_missing_bucket_is_a_client_error",),
    "E15": ("cases/errors/network.py", f"{ERRORS}::test_network_errors_are_added_where_python_s_own_do_not_catch_them"),
    "E16": (
        f"{NEEDS_NOTHING}the clause catches what it caught; arguments and names that it could hide are checked here",
    ),
    "E17": ("emitted/test_s3_reading.py::test_only_a_missing_key_is_none",),
    "E18": ("cases/s3/lookup_bucket.py", "emitted/test_s3_buckets.py::test_looking_up_buckets"),
    "E19": ("cases/ec2/e11_dry_run.py",),
    "E20": ("behaviour/suites/fleet", "behaviour/suites/firewall_classes"),
    "E21": (f"{ERRORS}::test_every_class_that_is_caught_or_made_exists",),
}

OF_HELPERS = {
    "Z1": (
        f"{METADATA}::test_metadata_is_what_boto_2_gives_as_plain_dicts",
        f"{METADATA}::test_an_instance_that_requires_tokens_is_read_where_boto_2_found_nothing",
        f"{METADATA}::test_a_token_is_renewed_before_it_ends",
        f"{METADATA}::test_a_silent_service_costs_the_timeout_and_no_more",
        f"{METADATA}::test_errors_are_retried_as_often_as_told",
        "cases/around/metadata_credentials.py",
        "cases/around/metadata_credentials_handed_on.py",
        "test_said_around.py::test_credentials_of_the_instance_in_the_environment",
        "test_around.py::test_a_patched_function_is_patched_where_its_helper_stands",
    ),
    "Z2": (f"{METADATA}::test_user_data", f"{BOTH} helpers"),
    "Z3": (f"{METADATA}::test_identity", f"{BOTH} helpers"),
    "Z4": (f"{UTILS}::test_parse_ts", f"{UTILS}::test_get_ts", f"{ROWS}::test_a_constant_has_boto_2s_value"),
    "Z5": (f"{UTILS}::test_compute_md5", "emitted/test_s3_writing.py::test_compute_md5"),
    "Z6": (
        f"{UTILS}::test_compute_hash",
        f"{UTILS}::test_get_utf8_value",
        f"{UTILS}::test_mklist",
        f"{UTILS}::test_pythonize_name",
        f"{UTILS}::test_find_class",
        f"{ROWS}::test_the_mail_handler_keeps_its_login",
        LEFT,
    ),
    "Z7": (f"{UTILS}::test_fetch_file_from_s3", f"{UTILS}::test_fetch_file_from_elsewhere"),
    "Z8": (f"{METADATA}::test_retry_url", f"{METADATA}::test_a_proxy_in_the_environment_is_never_asked"),
    "Z9": (f"{UTILS}::test_write_mime_multipart", f"{UTILS}::test_guess_mime_type"),
    "Z10": (
        "cases/around/loggers.py",
        "cases/around/loggers_by_name.py",
        f"{UTILS}::test_set_file_logger",
        f"{BOTH} loggers",
    ),
    "Z11": (LEFT,),
    "Z12": (LEFT, f"{ROWS}::test_every_public_name_has_a_row"),
    "Z13": (
        "cases/around/feature_tests.py",
        "test_said_around.py::test_checks_of_the_version_go_as_on_the_last_release",
        f"{ROWS}::test_version_checks_go_as_before",
    ),
    "Z14": (LEFT,),
    "Z15": (
        "cases/around/handed_on_names.py",
        "cases/around/handed_on_urllib.py",
        f"{ROWS}::test_six_has_every_name_that_boto_2s_copy_of_it_had",
    ),
    "Z16": ("test_said_around.py::test_headers_that_boto_2_added_to",),
    "Z17": (
        f"{UTILS}::test_init_logging",
        "test_around.py::test_the_report_says_once_where_credentials_and_certificates_come_from",
    ),
    "Z18": (LEFT,),
    "Z19": (LEFT,),
}

OF_DOUBLES = {
    "moto is laxer than AWS": (
        "emitted/test_s3_deleting_copying.py::test_a_thousand_at_a_time",
        "test_unsafe_rules.py::test_an_empty_list_touches_no_instance",
        "verify/test_page.py::test_page_is_made_from_the_data",
    ),
    "markers of moto": ("behaviour/programs/s3_listing_browser",),
    "the scope of boto 2 at a local endpoint": (f"{NEEDS_NOTHING}both libraries ask the real hosts, through a proxy",),
    "flat names of elements": ("verify/test_page.py::test_page_is_made_from_the_data",),
    "patches and mocks": (
        "cases/tests/patches.py",
        "cases/tests/moto_decorators.py",
        "test_around.py::test_doubles_of_tests_do_not_blur_the_program",
        "behaviour/suites/mocked_assets",
        "behaviour/suites/shelf_old_mocks",
    ),
}
"""Section 25."""

SIZES = ((SETTINGS, 22), (OF_ERRORS, 21), (OF_HELPERS, 19), (OF_DOUBLES, 5))
"""How many rows each table of the catalogue has."""

PLACES = sorted({place for table, _ in SIZES for places in table.values() for place in places})


@functools.cache
def _tests_in(path: Path) -> frozenset[str]:
    return frozenset(node.name for node in ast.parse(path.read_text()).body if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("place", PLACES)
def test_a_row_is_shown_where_it_says(place: str) -> None:
    if place.startswith(NEEDS_NOTHING):
        assert len(place.split()) > 5, "a reason is a sentence"
        return
    path, _, name = place.partition("::")
    assert (TESTS / path).exists()
    if name:
        function, _, program = name.partition(" ")
        assert function in _tests_in(TESTS / path)
        assert not program or f'"{program}": ' in (TESTS / path).read_text()


def test_no_row_is_forgotten() -> None:
    assert [len(table) for table, _ in SIZES] == [size for _, size in SIZES]
    assert list(OF_ERRORS) == [f"E{number}" for number in range(1, 22)]
    assert list(OF_HELPERS) == [f"Z{number}" for number in range(1, 20)]
    assert all(places for table, _ in SIZES for places in table.values())


@pytest.mark.parametrize("row", OPTIONS)
def test_an_option_has_its_fate(row: str) -> None:
    for section, (names, fate) in OPTIONS[row].items():
        for name in names.split():
            option = find_option(section, name)
            assert option is not None
            assert option.fate is fate
