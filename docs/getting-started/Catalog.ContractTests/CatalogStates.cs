using PactKit;

namespace Catalog.ContractTests;

internal sealed class CatalogStates(ProductStore products)
{
    [ProviderState("product {id} exists")]
    public void ProductExists(int id) => products.Put(new Product(id, "Lamp", 19.9m));

    [ProviderState("no products exist")]
    public void NoProductsExist() => products.Clear();
}
