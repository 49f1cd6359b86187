# SPDX-License-Identifier: GPL-3.0-or-later
# What is in the two packages and what they need. Fields of control files; sizes, sums and libraries CPack finds itself.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ${PROJECT_NAME})
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT "Soak Workbench maintainers <soak-workbench@users.noreply.github.com>")
set(CPACK_PACKAGE_VENDOR "Soak Workbench maintainers")
# Empty, or it would be the first line of each description.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
# Before a package is packed: manual and changelog are compressed, times and modes are the same on every machine.
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/finish.cmake)

set(CPACK_COMPONENTS_ALL cli)
if(TARGET soak-workbench)
  list(APPEND CPACK_COMPONENTS_ALL workbench)
endif()
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)

set(CPACK_DEBIAN_CLI_PACKAGE_NAME soak-cli)
set(CPACK_DEBIAN_CLI_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_CLI_PACKAGE_RECOMMENDS "git, openssh-client")
# Loaded when a history lives in PostgreSQL.
set(CPACK_DEBIAN_CLI_PACKAGE_SUGGESTS "libpq5")
set(CPACK_COMPONENT_CLI_DESCRIPTION "run, tune, verify and judge soak tests of trading bots
The program soak runs a trading bot for many iterations under the same load,
tunes its parameters between them, and says whether the result holds: were the
tuned values really applied, are the goals met, may this configuration be
released.
.
Its exit code is the verdict, for use in continuous integration; its metrics
are for Prometheus, with alert rules and a dashboard.")

set(CPACK_DEBIAN_WORKBENCH_PACKAGE_NAME soak-workbench)
set(CPACK_DEBIAN_WORKBENCH_PACKAGE_SECTION devel)
# The window starts runs by the program of the same version. The fonts have every sign that it writes.
set(CPACK_DEBIAN_WORKBENCH_PACKAGE_DEPENDS "soak-cli (= ${PROJECT_VERSION}), fonts-dejavu-core, hicolor-icon-theme")
set(CPACK_COMPONENT_WORKBENCH_DESCRIPTION "see, understand and run soak tests of trading bots
A window on the iterations of a long test of a trading bot: which goals were
met, which iterations broke them, what was changed before, which guards acted,
and how sure the verdict is.
.
It starts runs that outlive it and watches them live; every picture can be made
without a display.")

include(CPack)
