"""An instance of its own for a test: configuration and an empty database."""

SITE_ZCML = """<configure xmlns="http://namespaces.zope.org/zope" xmlns:five="http://namespaces.zope.org/five"
    xmlns:meta="http://namespaces.zope.org/meta">
  <include package="Products.Five" />
  <meta:redefinePermission from="zope2.Public" to="zope.Public" />
  <five:loadProducts file="meta.zcml" />
  <five:loadProducts />
  <five:loadProductsOverrides />
  <include package="commune.suite" />
  <securityPolicy component="AccessControl.security.SecurityPolicy" />
</configure>
"""
ZOPE_CONF = """%define HOME {home}
instancehome $HOME
clienthome $HOME
<zodb_db main>
  <blobstorage>
    blob-dir $HOME/blobs
    <filestorage>
      path $HOME/Data.fs
    </filestorage>
  </blobstorage>
  mount-point /
</zodb_db>
"""


def write_instance(home):
    """The path of a ``zope.conf`` whose database, in ``home``, is still to be made."""
    (home / "etc").mkdir()
    (home / "etc/site.zcml").write_text(SITE_ZCML)
    (home / "zope.conf").write_text(ZOPE_CONF.format(home=home))
    return home / "zope.conf"
